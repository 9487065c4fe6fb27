using BeeTrace.Core;
using BeeTrace.Pdf;

namespace BeeTrace.Verifier;

/// <summary>What a check comes to. It stops at the first thing that is wrong, in the order in which they stand here.</summary>
public enum PaperFinding
{
    /// <summary>Signed by a trusted issuer, unchanged, and in the log.</summary>
    Holds,

    /// <summary>Larger than any certificate.</summary>
    TooLarge,

    /// <inheritdoc cref="PdfFinding.NotPdf"/>
    NotPdf,

    /// <inheritdoc cref="PdfFinding.ZipFile"/>
    ZipFile,

    /// <inheritdoc cref="PdfFinding.Encrypted"/>
    Encrypted,

    /// <inheritdoc cref="PdfFinding.Unreadable"/>
    Unreadable,

    /// <inheritdoc cref="PdfFinding.NotSigned"/>
    NotSigned,

    /// <inheritdoc cref="PdfFinding.SeveralSignatures"/>
    SeveralSignatures,

    /// <inheritdoc cref="PdfFinding.RangeHasGap"/>
    RangeHasGap,

    /// <inheritdoc cref="PdfFinding.AppendedAfterSignature"/>
    AppendedAfterSignature,

    /// <inheritdoc cref="PdfFinding.SignatureMalformed"/>
    SignatureMalformed,

    /// <inheritdoc cref="PdfFinding.ContentChanged"/>
    ContentChanged,

    /// <inheritdoc cref="PdfFinding.SignerUnknown"/>
    SignerUnknown,

    /// <summary>One of the attachments of a certificate is not in the file.</summary>
    AttachmentMissing,

    /// <summary>The attached content is not JSON, or not written in its one canonical form (RFC 8785).</summary>
    ContentNotCanonical,

    /// <summary>The content bears no number.</summary>
    NumberMissing,

    /// <summary>The proof cannot be read.</summary>
    ProofMalformed,

    /// <summary>What the proof leads to is no checkpoint.</summary>
    CheckpointMalformed,

    /// <summary>The checkpoint is of a log whose key is not among the trusted ones.</summary>
    OtherLog,

    /// <summary>The checkpoint names a trusted log but bears no sound signature of it.</summary>
    CheckpointNotSigned,

    /// <summary>Fewer witnesses counter-signed the checkpoint than the keys ask for.</summary>
    WitnessesMissing,

    /// <summary>The proof does not lead from this content to the checkpoint's root.</summary>
    NotInLog,

    /// <summary>The proof's checkpoint and the one it was compared with are of one size and have different roots: the log tells two histories.</summary>
    OtherHistory,

    /// <summary>Nothing shows that the proof's checkpoint and the one it was compared with are of one history.</summary>
    HistoryNotShown,
}

/// <summary>The findings as words and sentences.</summary>
public static class PaperFindings
{
    /// <summary>The finding of a signature check.</summary>
    /// <exception cref="ArgumentOutOfRangeException">For <see cref="PdfFinding.Signed"/>, after which the check goes on.</exception>
    public static PaperFinding Of(PdfFinding finding) => finding switch
    {
        PdfFinding.NotPdf => PaperFinding.NotPdf,
        PdfFinding.ZipFile => PaperFinding.ZipFile,
        PdfFinding.Encrypted => PaperFinding.Encrypted,
        PdfFinding.Unreadable => PaperFinding.Unreadable,
        PdfFinding.NotSigned => PaperFinding.NotSigned,
        PdfFinding.SeveralSignatures => PaperFinding.SeveralSignatures,
        PdfFinding.RangeHasGap => PaperFinding.RangeHasGap,
        PdfFinding.AppendedAfterSignature => PaperFinding.AppendedAfterSignature,
        PdfFinding.SignatureMalformed => PaperFinding.SignatureMalformed,
        PdfFinding.ContentChanged => PaperFinding.ContentChanged,
        PdfFinding.SignerUnknown => PaperFinding.SignerUnknown,
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, message: null),
    };

    /// <summary>The lower-case word for tables and programs.</summary>
    public static string Code(this PaperFinding finding) => string.Concat(finding.ToString().Select((character, at) =>
        char.IsUpper(character) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(character) : character.ToString()));

    /// <summary>What was found and what to do, for whoever holds the paper.</summary>
    public static Bilingual Sentence(this PaperFinding finding) => finding switch
    {
        PaperFinding.Holds => new("证书有效：签名可信，内容未改，已登记在日志中。", "The certificate holds: its issuer is trusted, nothing was changed, and it stands in the log."),
        PaperFinding.TooLarge => new("文件大于 5 MiB，证书只有约 100 KB，没有检查。", "The file is larger than 5 MiB; a certificate has some 100 KB. It was not looked at."),
        PaperFinding.NotPdf => new("文件是空的，或不是 PDF。请使用签发机构给的 PDF 原件。", "The file is empty or no PDF. Use the PDF as the issuer gave it out."),
        PaperFinding.ZipFile => new("这是压缩包或 Office 文档，不是 PDF。如果证书在压缩包里，请先解压。", "This is a ZIP archive or an office document, not a PDF. If the certificate is in an archive, unpack it first."),
        PaperFinding.Encrypted => new("PDF 加了密码或权限，签发的证书从不加密。请索取原件。", "The PDF is locked with a password or rights; certificates are issued without. Ask for the original."),
        PaperFinding.Unreadable => new("PDF 不完整或已损坏。请重新下载。", "The PDF is cut off or broken. Download it again."),
        PaperFinding.NotSigned => new("PDF 没有电子签名，可能是打印后再扫描，或另存的副本。请索取原件。", "The PDF bears no signature; it may have been scanned, or saved anew. Ask for the original."),
        PaperFinding.SeveralSignatures => new("PDF 带有不止一个签名；证书只由签发机构签一次。请索取原件。", "The PDF bears more than one signature; a certificate is signed once, by its issuer. Ask for the original."),
        PaperFinding.RangeHasGap => new("签名没有覆盖整个文件，没有覆盖的部分可以随意改动。不要采信。", "The signature does not cover the whole file, and what it leaves out could be anything. Do not rely on it."),
        PaperFinding.AppendedAfterSignature => new("签名之后又向文件添加了内容。不要采信，请索取原件。", "Something was added to the file after it was signed. Do not rely on it; ask for the original."),
        PaperFinding.SignatureMalformed => new("签名本身有问题，不能证明任何事。不要采信，请索取原件。", "The signature itself is unsound and shows nothing. Do not rely on it; ask for the original."),
        PaperFinding.ContentChanged => new("内容与签名时不同：文件被改动过。不要采信。", "The content is not what was signed: the file was changed. Do not rely on it."),
        PaperFinding.SignerUnknown => new("签名者不在可信的签发机构之列。请核对公钥文件是否完整、是否最新。", "The signer does not stand under a trusted authority. Make sure that the file of keys is complete and recent."),
        PaperFinding.AttachmentMissing => new("PDF 里缺少证书应带的附件（certificate.json、conformity-credential.json、log-proof.txt）。", "The PDF lacks an attachment that a certificate carries (certificate.json, conformity-credential.json, log-proof.txt)."),
        PaperFinding.ContentNotCanonical => new("附带的内容不是规范的 JSON（RFC 8785），哈希值没有意义。", "The attached content is not canonical JSON (RFC 8785), so its hash says nothing."),
        PaperFinding.NumberMissing => new("附带的内容没有证书编号。", "The attached content bears no certificate number."),
        PaperFinding.ProofMalformed => new("日志收录证明无法读取。", "The proof of inclusion in the log cannot be read."),
        PaperFinding.CheckpointMalformed => new("日志检查点无法读取。", "The log’s checkpoint cannot be read."),
        PaperFinding.OtherLog => new("证明来自另一份日志，它的公钥不在公钥文件里。", "The proof comes from another log, whose key is not among the trusted ones."),
        PaperFinding.CheckpointNotSigned => new("检查点没有日志的有效签名。不要采信。", "The checkpoint bears no sound signature of the log. Do not rely on it."),
        PaperFinding.WitnessesMissing => new("会签检查点的见证方少于要求的数目。", "Fewer witnesses counter-signed the checkpoint than the keys ask for."),
        PaperFinding.NotInLog => new("证明不能把这份内容与日志的根哈希连起来：它不在日志里，或证明属于另一张证书。不要采信。", "The proof does not lead from this content to the log’s root: it is not in the log, or the proof is another certificate’s. Do not rely on it."),
        PaperFinding.OtherHistory => new("同样大小的日志有两个不同的根：日志前后说法不一。请把两个检查点都保存好并公开。", "The log has two roots for one size: it tells two histories. Keep both checkpoints and make them public."),
        PaperFinding.HistoryNotShown => new("没有证据表明证明里的检查点与给出的检查点属于同一历史。请向日志索取两个大小之间的一致性证明。", "Nothing shows that the proof’s checkpoint and the one given are of one history. Ask the log for the consistency proof between their sizes."),
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, message: null),
    };
}
