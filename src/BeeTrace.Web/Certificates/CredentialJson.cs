using System.Text;
using System.Text.Json.Nodes;
using BeeTrace.Core.Certificates;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// JSON as RFC 8785 writes it, without blanks and every character itself, but for two things: members keep the order in
/// which they were added, and numbers keep the digits of the laboratory (0.420 stays 0.420).
/// </summary>
/// <remarks>
/// The library's own encoder escapes every character beyond the basic plane, and with them names of people and places. That
/// the digits of a number mean nothing is what readers of JSON agree on; whoever needs them reads the texts.
/// </remarks>
internal static class CredentialJson
{
    /// <summary>The text in UTF-8.</summary>
    public static byte[] Write(JsonNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static JsonArray Texts(params ReadOnlySpan<string> texts)
    {
        var array = new JsonArray();
        foreach (var text in texts)
            array.Add((JsonNode)text);
        return array;
    }

    private static void Append(StringBuilder text, JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                AppendAll(text, '{', '}', members, static (text, member) =>
                {
                    text.Append('"').Append(member.Key).Append("\":");
                    Append(text, member.Value!);
                });
                break;
            case JsonArray items:
                AppendAll(text, '[', ']', items, static (text, item) => Append(text, item!));
                break;
            default:
                text.Append(node.GetValueKind() is System.Text.Json.JsonValueKind.String ? CanonicalJson.Write(node).Value : node.ToJsonString());
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, char open, char close, IEnumerable<T> all, Action<StringBuilder, T> append)
    {
        text.Append(open);
        var first = true;
        foreach (var one in all)
        {
            if (!first)
                text.Append(',');
            first = false;
            append(text, one);
        }

        text.Append(close);
    }
}
