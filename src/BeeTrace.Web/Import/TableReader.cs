using System.Buffers;
using System.Text;
using BeeTrace.Core;

namespace BeeTrace.Web.Import;

/// <summary>Reads the records of a file one after the other, header included, without holding more than one.</summary>
internal abstract class TableReader : IDisposable
{
    /// <summary>House rule: no table of ours has near as many.</summary>
    public const int MostColumns = 256;

    /// <summary>Bytes with which every ZIP begins; a workbook is one.</summary>
    private static ReadOnlySpan<byte> Zip => "PK"u8;

    /// <summary>Bytes with which Excel's files until 2003 begin, and workbooks that a password locks.</summary>
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Row as a spreadsheet counts them, of the record last read.</summary>
    public int Number { get; protected set; }

    /// <summary>The cells of the record last read, without spaces around them.</summary>
    public IReadOnlyList<string> Fields { get; protected set; } = [];

    /// <summary>The workbook counts days from 1904.</summary>
    public virtual bool Counts1904 => false;

    /// <summary>True where a row may end before the header does, as its last cells are empty.</summary>
    public abstract bool RowsMayBeShort { get; }

    /// <summary>Goes to the next record that is not empty; false at the end, and where the file cannot be read on, which is then told.</summary>
    public abstract bool Read();

    public abstract void Dispose();

    /// <summary>Takes a file for what its first bytes say, whatever its name.</summary>
    /// <param name="isColumn">Whether a word names a column: finds the separator of a CSV file.</param>
    /// <param name="errors">Takes what is wrong with the form, now and while it is read.</param>
    /// <returns>Null where nothing can be read.</returns>
    public static TableReader? Open(TableFile file, TableLimits limits, Func<string, bool> isColumn, ErrorList errors)
    {
        if (file.Length > limits.MostBytes)
            return Refused(ImportRefusal.FileTooLarge, limits.MostMegabytes);
        Span<byte> first = stackalloc byte[8];
        using (var stream = file.Open())
            first = first[..stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        if (first.StartsWith(CompoundFile))
            return Refused(ImportRefusal.WorkbookOldOrLocked);
        if (first.StartsWith(Zip))
            return XlsxTableReader.Open(file, limits, errors);
        return EncodingOf(file) is { } encoding ? new CsvTableReader(file, encoding, isColumn, errors) : Refused(ImportRefusal.EncodingUnknown);

        TableReader? Refused(string code, params object[] arguments)
        {
            errors.Add(new ImportError(0, "", new Refusal(code, null, arguments)));
            return null;
        }
    }

    /// <summary>GB18030 takes almost any bytes, so UTF-8, which takes almost none by accident, is tried first.</summary>
    private static Encoding? EncodingOf(TableFile file)
    {
        if (IsIn(CsvTableReader.Utf8))
            return CsvTableReader.Utf8;
        using var stream = file.Open();
        Span<byte> mark = stackalloc byte[3];
        mark = mark[..stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)];
        return !mark.SequenceEqual(Encoding.UTF8.Preamble) && IsIn(CsvTableReader.Gb18030) ? CsvTableReader.Gb18030 : null;

        bool IsIn(Encoding encoding)
        {
            using var content = file.Open();
            var decoder = encoding.GetDecoder();
            var bytes = ArrayPool<byte>.Shared.Rent(1 << 16);
            var chars = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
            try
            {
                int read;
                do
                {
                    read = content.Read(bytes);
                    decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0);
                }
                while (read > 0);
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(bytes);
                ArrayPool<char>.Shared.Return(chars);
            }
        }
    }
}
