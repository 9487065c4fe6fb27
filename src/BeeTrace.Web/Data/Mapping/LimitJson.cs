using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Data.Mapping;

/// <summary>A proposed limit as it lies in the database: the row of <c>lab.limits</c> that it would be, column by column.</summary>
internal static class LimitJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new IdConverter() },
    };

    internal static string Write(Limit limit) => JsonSerializer.Serialize(limit, Options);

    internal static Limit Read(string json) => JsonSerializer.Deserialize<Limit>(json, Options)!;

    private sealed class IdConverter : JsonConverter<LimitId>
    {
        public override LimitId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, LimitId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
