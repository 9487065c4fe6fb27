namespace BeeTrace.Core.Certificates;

/// <summary>What a certificate says.</summary>
public enum CertificateKind
{
    /// <summary>检测证书: what one lot's sample was tested for and how it came out. It covers the sample and no other honey.</summary>
    BatchTest,

    /// <summary>合格率证书: how many samples of a period passed, with the interval in which the true rate lies.</summary>
    PassRate,

    /// <summary>货物说明: which certified lots travel together, how much of each, where from and where to.</summary>
    Consignment,

    /// <summary>县年报: the county's figures of one year, frozen on the day of publication.</summary>
    Yearbook,
}

/// <summary>In which languages a paper is printed. Its content always has both.</summary>
public enum CertificateLanguage
{
    /// <summary>Chinese first, English second.</summary>
    Both,

    /// <summary>Chinese alone.</summary>
    Chinese,

    /// <summary>English alone.</summary>
    English,
}

/// <summary>What somebody learns who checks a certificate.</summary>
public enum CertificateState
{
    /// <summary>Issued here, unchanged, in force.</summary>
    Valid,

    /// <summary>Issued here and taken back.</summary>
    Withdrawn,

    /// <summary>Issued here; a newer one stands in its place.</summary>
    Replaced,

    /// <summary>Bears a number issued here, but is not the file that was issued.</summary>
    Altered,

    /// <summary>Never issued here.</summary>
    Unknown,

    /// <summary>Not a file in which a certificate could be found.</summary>
    Unreadable,
}

/// <summary>The lower-case words of the API and the database, and the names for people.</summary>
public static class CertificateWords
{
    public static string Code(this CertificateKind kind) => kind switch
    {
        CertificateKind.BatchTest => "batch-test",
        CertificateKind.PassRate => "pass-rate",
        CertificateKind.Consignment => "consignment",
        CertificateKind.Yearbook => "yearbook",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static Bilingual Name(this CertificateKind kind) => kind switch
    {
        CertificateKind.BatchTest => new("批次检测证书", "batch test certificate"),
        CertificateKind.PassRate => new("合格率证书", "pass-rate certificate"),
        CertificateKind.Consignment => new("货物说明", "consignment statement"),
        CertificateKind.Yearbook => new("县年报", "county yearbook"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static string Code(this CertificateState state) => state switch
    {
        CertificateState.Valid => "valid",
        CertificateState.Withdrawn => "withdrawn",
        CertificateState.Replaced => "replaced",
        CertificateState.Altered => "altered",
        CertificateState.Unknown => "unknown",
        CertificateState.Unreadable => "unreadable",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    public static Bilingual Name(this CertificateState state) => state switch
    {
        CertificateState.Valid => new("有效", "valid"),
        CertificateState.Withdrawn => new("已撤销", "withdrawn"),
        CertificateState.Replaced => new("已被替换", "replaced"),
        CertificateState.Altered => new("已被改动", "altered"),
        CertificateState.Unknown => new("未知", "unknown"),
        CertificateState.Unreadable => new("无法读取", "unreadable"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    public static string Code(this CertificateLanguage language) => language switch
    {
        CertificateLanguage.Chinese => "zh",
        CertificateLanguage.English => "en",
        _ => "zh-en",
    };

    public static string Code(this EndingDeed deed) => deed is EndingDeed.Withdrawn ? "withdrawn" : "replaced";

    /// <summary>Why, as a clause without a full stop.</summary>
    public static Bilingual Clause(this EndReason reason) => reason switch
    {
        EndReason.WrongOnPaper => new("证书上的内容有误", "something on the paper was wrong"),
        EndReason.ResultChanged => new("所依据的结果已不成立", "a result it rests on no longer holds"),
        EndReason.WrongGoods => new("企业或货物不符", "it was issued for the wrong firm or goods"),
        EndReason.LotStopped => new("该批次已停止流通或召回", "the lot was stopped or recalled"),
        EndReason.NotUsed => new("企业未使用，申请撤销", "the firm did not use it and asked for this"),
        EndReason.Misused => new("证书被冒用", "the paper was misused"),
        EndReason.CountedAgain => new("数据重新统计", "the figures were counted again"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };

    /// <summary>The kind of a word; false for a word that is none.</summary>
    public static bool TryParse(string? code, out CertificateKind kind)
    {
        foreach (var candidate in Enum.GetValues<CertificateKind>())
        {
            if (candidate.Code() == code)
            {
                kind = candidate;
                return true;
            }
        }

        kind = CertificateKind.BatchTest;
        return false;
    }

    /// <summary>The state of a word; false for a word that is none.</summary>
    public static bool TryParse(string? code, out CertificateState state)
    {
        foreach (var candidate in Enum.GetValues<CertificateState>())
        {
            if (candidate.Code() == code)
            {
                state = candidate;
                return true;
            }
        }

        state = CertificateState.Unknown;
        return false;
    }
}

/// <summary>What Certificates refuses.</summary>
public static class CertificateRefusal
{
    /// <summary>A number in the content is not a whole number. Arguments: where (JSON pointer), the number.</summary>
    public const string NumberNotWhole = "certificates.number-not-whole";

    /// <summary>A name stands twice in one object of the content. Arguments: where (JSON pointer).</summary>
    public const string NameTwice = "certificates.name-twice";

    /// <summary>A text in the content holds half a character. Arguments: where (JSON pointer).</summary>
    public const string TextBroken = "certificates.text-broken";

    /// <summary>The content is not JSON, or nested too deeply. No arguments.</summary>
    public const string NotJson = "certificates.not-json";

    /// <summary>Only a sample that was approved with the verdict "pass" is certified. Arguments: the sample's code.</summary>
    public const string SampleNotPassed = "certificates.sample-not-passed";

    /// <summary>The sample's test report was invalidated and none issued since. Arguments: the sample's code.</summary>
    public const string ResultWithdrawn = "certificates.result-withdrawn";

    /// <summary>Another sample of the same lot failed. Arguments: the sample's code.</summary>
    public const string LotFailed = "certificates.lot-failed";

    /// <summary>The period ends before it begins. Arguments: first day, last day.</summary>
    public const string PeriodBackwards = "certificates.period-backwards";

    /// <summary>The period is not over. Arguments: the latest last day.</summary>
    public const string PeriodNotOver = "certificates.period-not-over";

    /// <summary>Nothing was judged in the period. Arguments: first day, last day.</summary>
    public const string NothingJudged = "certificates.nothing-judged";

    /// <summary>No laboratory is registered that could issue. No arguments.</summary>
    public const string NoLaboratory = "certificates.no-laboratory";

    /// <summary>A character cannot be printed. Arguments: the character, its code point.</summary>
    public const string CannotPrint = "certificates.cannot-print";

    /// <summary>No such certificate. Arguments: the number.</summary>
    public const string CertificateUnknown = "certificates.unknown";

    /// <summary>The certificate has ended already. Arguments: the number.</summary>
    public const string AlreadyEnded = "certificates.already-ended";

    /// <summary>A consignment statement is withdrawn and stated anew, not replaced by itself. No arguments.</summary>
    public const string NotReplaceable = "certificates.not-replaceable";

    /// <summary>A note on the end of a certificate is too long. Arguments: most characters.</summary>
    public const string NoteTooLong = "certificates.note-too-long";

    /// <summary>The time-stamp service that the operator set does not answer. Arguments: its address.</summary>
    public const string NoTimestamp = "certificates.no-timestamp";

    /// <summary>The log was signed with another key so far. No arguments.</summary>
    public const string LogKeyOther = "certificates.log-key-other";

    /// <summary>A consignment names no lot. No arguments.</summary>
    public const string NothingConsigned = "certificates.nothing-consigned";

    /// <summary>A consignment names a certificate twice. Arguments: the number.</summary>
    public const string LotTwice = "certificates.lot-twice";

    /// <summary>A consignment rests on something that is no valid batch test certificate of the firm. Arguments: the number.</summary>
    public const string NotABatchOfTheFirm = "certificates.not-a-batch-of-the-firm";

    /// <summary>The lot is on hold. Arguments: the lot's code.</summary>
    public const string LotOnHold = "certificates.lot-on-hold";

    /// <summary>More leaves than there is. Arguments: the lot's code, kilograms left.</summary>
    public const string MassExceeded = "certificates.mass-exceeded";

    /// <summary>A mass is not above zero, or finer than a gram. Arguments: the text.</summary>
    public const string MassUnreadable = "certificates.mass-unreadable";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
        [
            AlreadyEnded, NotReplaceable, NoteTooLong, NoTimestamp, LogKeyOther, NothingConsigned, LotTwice, NotABatchOfTheFirm, LotOnHold, MassExceeded, MassUnreadable,
            ResultWithdrawn, NumberNotWhole, NameTwice, TextBroken, NotJson, SampleNotPassed, LotFailed, PeriodBackwards, PeriodNotOver, NothingJudged, NoLaboratory, CannotPrint, CertificateUnknown,
        ];
}
