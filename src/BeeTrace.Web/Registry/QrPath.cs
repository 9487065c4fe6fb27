using System.Globalization;
using System.Text;
using QRCoder;

namespace BeeTrace.Web.Registry;

/// <summary>A QR code as one path of an SVG, with the quiet zone of ISO/IEC 18004 round it.</summary>
/// <param name="Side">Modules on a side.</param>
/// <param name="Path">The dark modules, one unit each.</param>
public sealed record QrPath(int Side, string Path)
{
    public static QrPath Of(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (!modules[y][x])
                    continue;
                var from = x;
                while (x + 1 < modules.Count && modules[y][x + 1])
                    x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1H{from}z");
            }
        }

        return new(modules.Count, path.ToString());
    }
}
