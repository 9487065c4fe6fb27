namespace BeeTrace.Pdf;

/// <summary>Undoes the differences that make rows of numbers pack better (ISO 32000-1, 7.4.4.4); cross-reference streams use them.</summary>
internal static class PdfPredictor
{
    public static byte[] Undo(byte[] data, PdfDictionary? parameters)
    {
        long predictor = Entry(parameters, "Predictor", 1);
        if (predictor == 1)
            return data;
        long columns = Entry(parameters, "Columns", 1), colours = Entry(parameters, "Colors", 1), bits = Entry(parameters, "BitsPerComponent", 8);
        if (predictor < 10 || colours is < 1 or > 32 || bits != 8 || columns is < 1 or > 1 << 20)
            throw new NotSupportedException("A stream is packed in a way that is not read here.");
        return UndoPng(data, (int)(columns * colours), (int)colours);
    }

    private static byte[] UndoPng(byte[] data, int width, int pixel)
    {
        int rows = (data.Length + width) / (width + 1);
        var plain = new byte[Math.Max(0, data.Length - rows)];
        for (int row = 0; row < rows; row++)
        {
            int from = row * (width + 1) + 1, to = row * width;
            byte kind = data[from - 1];
            for (int i = 0; i < width && from + i < data.Length; i++)
            {
                int left = i >= pixel ? plain[to + i - pixel] : 0;
                int above = row > 0 ? plain[to + i - width] : 0;
                int corner = row > 0 && i >= pixel ? plain[to + i - width - pixel] : 0;
                int expected = kind switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Paeth(left, above, corner),
                    _ => throw new InvalidDataException("A stream is packed wrongly."),
                };
                plain[to + i] = (byte)(data[from + i] + expected);
            }
        }

        return plain;
    }

    private static int Paeth(int left, int above, int corner)
    {
        int guess = left + above - corner;
        int byLeft = Math.Abs(guess - left), byAbove = Math.Abs(guess - above), byCorner = Math.Abs(guess - corner);
        return byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner;
    }

    private static long Entry(PdfDictionary? parameters, string key, long otherwise) => parameters?[key] is PdfNumber { Integer: { } value } ? value : otherwise;
}
