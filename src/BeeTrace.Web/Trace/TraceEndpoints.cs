using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;

namespace BeeTrace.Web.Trace;

internal static class TraceEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new CodesAndIds() },
    };

    public static void MapTrace(this WebApplication app) =>
        app.MapGet("/keeper/export.json", async (HttpContext context, OwnDataService service) =>
        {
            var data = await service.ExportAsync(context.User.ToActor(), context.RequestAborted);
            if (!data.IsDone)
                return Results.NotFound();
            context.Response.Headers.CacheControl = "no-store";
            return Results.File(JsonSerializer.SerializeToUtf8Bytes(data.Value, Json), "application/json", "beetrace-own-data.json");
        }).RequireAuthorization(policy => policy.RequireRole(Role.Beekeeper.Code())).ExcludeFromDescription();

    /// <summary>Ids and codes are written as people know them, not as the structures that carry them.</summary>
    private sealed class CodesAndIds : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert is { IsValueType: true, Namespace: "BeeTrace.Core" }
            && (typeToConvert.Name.EndsWith("Id", StringComparison.Ordinal) || typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(Core.ICode<>)));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(AsText<>).MakeGenericType(typeToConvert))!;

        private sealed class AsText<T> : JsonConverter<T> where T : struct
        {
            private static readonly System.Reflection.PropertyInfo? Id = typeof(T).GetProperty("Value");

            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Own data are only written.");

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
                writer.WriteStringValue(Convert.ToString(Id?.GetValue(value) ?? value, System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
