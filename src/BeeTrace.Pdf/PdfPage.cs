namespace BeeTrace.Pdf;

/// <summary>A page of a file that was read, with what it has from the nodes above it (ISO 32000-1, 7.7.3.4).</summary>
/// <param name="Reference">Under which number it stands.</param>
/// <param name="Dictionary">Its own entries.</param>
/// <param name="Inherited">The nearest value of each entry that a page may have from above: its own first.</param>
internal sealed record PdfPage(PdfReference Reference, PdfDictionary Dictionary, IReadOnlyDictionary<string, PdfValue> Inherited)
{
    private static readonly string[] Inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"];

    /// <summary>The pages in their order.</summary>
    public static IEnumerable<PdfPage> Of(PdfReader file)
    {
        var seen = new HashSet<int>();
        var waiting = new Stack<(PdfValue? Node, IReadOnlyDictionary<string, PdfValue> Inherited)>();
        waiting.Push((file.Catalog["Pages"], new Dictionary<string, PdfValue>()));
        while (waiting.TryPop(out var next))
        {
            if (next.Node is not PdfReference reference || file.Resolve(reference) is not PdfDictionary node)
                throw new InvalidDataException("The tree of pages is broken.");
            if (!seen.Add(reference.Number))
                throw new InvalidDataException("The tree of pages leads in circles.");
            var inherited = new Dictionary<string, PdfValue>(next.Inherited);
            foreach (string key in Inheritable)
            {
                if (file.Resolve(node[key]) is { } value)
                    inherited[key] = value;
            }

            if (file.Resolve<PdfArray>(node, "Kids") is not { } kids)
            {
                yield return new PdfPage(reference, node, inherited);
                continue;
            }

            foreach (var kid in kids.Items.Reverse())
                waiting.Push((kid, inherited));
        }
    }
}
