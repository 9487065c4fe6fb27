using System.Buffers.Binary;
using System.Text;

namespace BeeTrace.Web.Tests.Map;

/// <summary>Reads a Mapbox vector tile, version 2, as far as tests must look into one.</summary>
internal static class VectorTile
{
    /// <summary>Corners of the features with their properties; places in degrees.</summary>
    public static List<Feature> Read(byte[] tile, int z, int x, int y) => [.. Fields(tile).Where(f => f.Number == 3).SelectMany(f => Layer(f.Bytes, z, x, y))];

    private static IEnumerable<Feature> Layer(byte[] layer, int z, int x, int y)
    {
        var fields = Fields(layer).ToList();
        var name = Encoding.UTF8.GetString(fields.Single(f => f.Number == 1).Bytes);
        var keys = fields.Where(f => f.Number == 3).Select(f => Encoding.UTF8.GetString(f.Bytes)).ToList();
        var values = fields.Where(f => f.Number == 4).Select(f => Value(f.Bytes)).ToList();
        var extent = fields.Where(f => f.Number == 5).Select(f => (double)f.Varint).DefaultIfEmpty(4096).Single();
        foreach (var feature in fields.Where(f => f.Number == 2))
        {
            var parts = Fields(feature.Bytes).ToList();
            var tags = parts.Where(p => p.Number == 2).SelectMany(p => Varints(p.Bytes)).Select(t => (int)t).ToList();
            var properties = tags.Chunk(2).ToDictionary(pair => keys[pair[0]], pair => values[pair[1]]);
            var corners = Corners(parts.Single(p => p.Number == 4).Bytes).Select(c => Degrees(c.X / extent, c.Y / extent, z, x, y)).ToList();
            yield return new Feature(name, properties, corners);
        }
    }

    private static IEnumerable<(double X, double Y)> Corners(byte[] geometry)
    {
        var commands = Varints(geometry).ToList();
        double x = 0, y = 0;
        for (var at = 0; at < commands.Count;)
        {
            var (command, count) = (commands[at] & 7, (int)(commands[at] >> 3));
            at++;
            if (command == 7)
                continue;
            for (var i = 0; i < count; i++, at += 2)
            {
                x += ZigZag(commands[at]);
                y += ZigZag(commands[at + 1]);
                yield return (x, y);
            }
        }
    }

    private static (double Latitude, double Longitude) Degrees(double across, double down, int z, int x, int y)
    {
        var tiles = Math.Pow(2, z);
        return (Math.Atan(Math.Sinh(Math.PI * (1 - 2 * (y + down) / tiles))) * 180 / Math.PI, (x + across) / tiles * 360 - 180);
    }

    private static object Value(byte[] value)
    {
        var field = Fields(value).Single();
        return field.Number switch
        {
            1 => Encoding.UTF8.GetString(field.Bytes),
            2 => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadInt32LittleEndian(field.Bytes)),
            3 => BitConverter.Int64BitsToDouble(BinaryPrimitives.ReadInt64LittleEndian(field.Bytes)),
            6 => ZigZag(field.Varint),
            7 => field.Varint != 0,
            _ => (long)field.Varint,
        };
    }

    private static long ZigZag(ulong n) => (long)(n >> 1) ^ -(long)(n & 1);

    private static IEnumerable<Field> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    yield return new Field(number, [], Varint(message, ref at));
                    break;
                case 1:
                    yield return new Field(number, message[at..(at += 8)], 0);
                    break;
                case 5:
                    yield return new Field(number, message[at..(at += 4)], 0);
                    break;
                default:
                    var length = (int)Varint(message, ref at);
                    yield return new Field(number, message[at..(at += length)], 0);
                    break;
            }
        }
    }

    private static IEnumerable<ulong> Varints(byte[] packed)
    {
        for (var at = 0; at < packed.Length;)
            yield return Varint(packed, ref at);
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }
    }

    internal sealed record Feature(string Layer, Dictionary<string, object> Properties, List<(double Latitude, double Longitude)> Corners);

    private sealed record Field(int Number, byte[] Bytes, ulong Varint);
}
