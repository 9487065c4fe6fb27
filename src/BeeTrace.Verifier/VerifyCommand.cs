using System.Globalization;
using BeeTrace.Core;

namespace BeeTrace.Verifier;

/// <summary>The command line: reads files, checks each, and says one line about it.</summary>
public static class VerifyCommand
{
    /// <summary>Every paper holds.</summary>
    public const int AllHold = 0;

    /// <summary>At least one paper does not hold.</summary>
    public const int SomeDoNot = 1;

    /// <summary>Nothing, or not everything, was checked: wrong arguments, or a file that cannot be read.</summary>
    public const int WrongUse = 2;

    /// <summary>Runs the command and returns its exit code.</summary>
    /// <param name="arguments">The command line; <c>--help</c> explains it.</param>
    /// <param name="output">Where verdicts go.</param>
    /// <param name="errors">Where it is said what was wrong with the use.</param>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var options = VerifyOptions.Read(arguments, out var problem);
        var language = options.Language;
        if (options.Help)
        {
            output.WriteLine(Usage.In(language));
            return AllHold;
        }

        if (problem is not null)
        {
            errors.WriteLine(problem.Value.In(language));
            errors.WriteLine(Usage.In(language));
            return WrongUse;
        }

        try
        {
            return Run(options, output, errors);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" })
        {
            errors.WriteLine(unreadable.Message);
            return WrongUse;
        }
    }

    private static int Run(VerifyOptions options, TextWriter output, TextWriter errors)
    {
        var language = options.Language;
        var keys = TrustedKeys.Parse(ReadText(options.Keys!));
        if (!keys.IsDone)
        {
            errors.WriteLine(TrustRefusal.Sentence(keys.Refusals[0]).In(language));
            return WrongUse;
        }

        KnownTree? later = null;
        if (options.Checkpoint is { } checkpoint)
        {
            var finding = KnownTree.Read(ReadText(checkpoint), options.Consistency is { } consistency ? ReadText(consistency) : null, keys.Value, out later);
            if (finding != PaperFinding.Holds)
            {
                errors.WriteLine($"--checkpoint: {finding.Sentence().In(language)}");
                return WrongUse;
            }
        }

        var check = new PaperCheck(keys.Value);
        var verdicts = new List<(string File, PaperVerdict Verdict)>();
        void Add(string file, PaperVerdict verdict)
        {
            verdicts.Add((file, verdict));
            if (options.Csv is null)
                output.WriteLine(Line(file, verdict, language));
        }

        if (options.Json is { } json)
            Add(json, check.CheckContent(ReadCapped(json), ReadCapped(options.Proof!), later));
        foreach (var file in Files(options.Papers))
            Add(file, check.Check(ReadCapped(file), later));
        if (verdicts.Count == 0)
        {
            errors.WriteLine(new Bilingual("文件夹里没有 PDF。", "There is no PDF in the folder.").In(language));
            return WrongUse;
        }

        if (options.Csv is { } table)
        {
            File.WriteAllBytes(table, VerdictTable.Of(verdicts, language));
            output.WriteLine(Sum(table, verdicts).In(language));
        }

        if (verdicts.Exists(row => row.Verdict.Holds))
            output.WriteLine(PaperVerdict.LaterEndUnknown.In(language));
        return verdicts.TrueForAll(row => row.Verdict.Holds) ? AllHold : SomeDoNot;
    }

    private static IEnumerable<string> Files(IEnumerable<string> papers) => papers.SelectMany(paper => Directory.Exists(paper)
        ? Directory.EnumerateFiles(paper).Where(file => Path.GetExtension(file).Equals(".pdf", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
        : (IEnumerable<string>)[paper]);

    /// <summary>The file, or as much of it as is enough to see that it is too large.</summary>
    private static byte[] ReadCapped(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Math.Min(file.Length, PaperCheck.LargestFile + 1)];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static string ReadText(string path) => new FileInfo(path) is { Length: > PaperCheck.LargestFile } large
        ? throw new IOException($"{large.Name}: > {PaperCheck.LargestFile} B") : File.ReadAllText(path);

    private static string Line(string file, PaperVerdict verdict, Language language)
    {
        var facts = new Bilingual(Facts(verdict, "，", "日志第 {0} 号，共 {1} 条", "签于 {0}"), Facts(verdict, ", ", "log index {0} of {1}", "signed {0}"));
        var line = verdict.Holds
            ? new Bilingual($"{file}：有效。{facts.Zh}。", $"{file}: holds. {facts.En}.")
            : new Bilingual($"{file}：无效。{verdict.Finding.Sentence().Zh}", $"{file}: does NOT hold. {verdict.Finding.Sentence().En}");
        // A file's name may hold what would write over the screen.
        return string.Concat(line.In(language).Select(character => char.IsControl(character) ? '\ufffd' : character));
    }

    private static string Facts(PaperVerdict verdict, string comma, string log, string signed)
    {
        string?[] facts =
        [
            verdict.Number,
            string.Format(CultureInfo.InvariantCulture, log, verdict.LogIndex, verdict.LogSize),
            (verdict.TimestampedAt ?? verdict.SignedAt) is { } moment
                ? string.Format(CultureInfo.InvariantCulture, signed, moment.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)) : null,
        ];
        return string.Join(comma, facts.Where(fact => fact is not null));
    }

    private static Bilingual Sum(string table, List<(string File, PaperVerdict Verdict)> verdicts)
    {
        var holding = verdicts.Count(row => row.Verdict.Holds);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"检查 {verdicts.Count} 份，有效 {holding} 份，无效 {verdicts.Count - holding} 份，见 {table}。"),
            string.Create(CultureInfo.InvariantCulture, $"{verdicts.Count} checked, {holding} hold, {verdicts.Count - holding} do not; see {table}."));
    }

    private static Bilingual Usage { get; } = new(
        """
        离线查验蜂迹签发的证书。

          beetrace-verify --keys 公钥文件 [选项] 文件或文件夹...
          beetrace-verify --keys 公钥文件 [选项] --json certificate.json --proof log-proof.txt

        文件夹里的每个 *.pdf 都查，不查下级文件夹。公钥文件含 PEM 证书（签发机构的根证书）、
        日志公钥行（名称+编号+公钥）、可选的“witness 公钥行”和“witnesses 数目”；# 开头的行不读。

          --checkpoint 文件    从别处得到的日志检查点，证书须与它属于同一历史
          --consistency 文件   两个检查点之间的一致性证明，每行一个哈希值
          --csv 文件           把结果写成表格（CSV，UTF-8）
          --language zh|en     语言，默认 en
          --help               显示本说明

        退出码：0 全部有效；1 有无效的；2 用法不对，或有文件读不出来。
        离线查验看不到后来的撤销或替换。
        """,
        """
        Checks certificates of BeeTrace offline.

          beetrace-verify --keys KEYS [options] FILE_OR_FOLDER...
          beetrace-verify --keys KEYS [options] --json certificate.json --proof log-proof.txt

        Of a folder every *.pdf is checked, not of folders in it. KEYS holds PEM certificates (the issuers' roots),
        the log's keys as lines (name+number+key), and, where wanted, lines "witness KEY" and "witnesses COUNT"; lines with # are passed over.

          --checkpoint FILE    a checkpoint of the log from elsewhere; papers must be of one history with it
          --consistency FILE   the consistency proof between the two checkpoints, a hash a line
          --csv FILE           write the verdicts as a table (CSV, UTF-8)
          --language zh|en     language, en unless given
          --help               show this

        Exit code: 0 all hold; 1 some do not; 2 wrong use, or a file that cannot be read.
        An offline check cannot know of a later withdrawal or replacement.
        """);
}
