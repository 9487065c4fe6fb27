using BeeTrace.Core;
using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Web.Certificates;

/// <summary>What the certificate log refuses to read, as sentences.</summary>
internal static class LogRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [LogRefusal.HashMalformed] = new(
            "“{0}”不是日志的哈希值。哈希值是 32 个字节的 Base64 文本，请从原文件整行复制。",
            "“{0}” is not a hash of the log. A hash is 32 bytes in Base64; copy the whole line from the original file."),
        [LogRefusal.CheckpointMalformed] = new(
            "这不是日志的检查点：应为三行，依次是日志名称、条目数、根哈希。请重新下载。",
            "This is not a checkpoint of the log: three lines are expected, the log’s name, its size and its root. Download it again."),
        [LogRefusal.NoteMalformed] = new(
            "这不是带签名的文本：正文之后应空一行，再逐行写签名。请重新下载，不要在编辑器里改动。",
            "This is not a signed note: an empty line and signature lines are expected below its text. Download it again and change nothing in an editor."),
        [LogRefusal.NoteTooLong] = new(
            "带签名的文本太长，或签名太多，没有读取。请换用从日志直接下载的原件。",
            "The signed note is too long or bears too many signatures, so it was not read. Use the original as downloaded from the log."),
        [LogRefusal.KeyMalformed] = new(
            "这不是公钥行，或其中的编号与公钥不符。请向公钥的所有者重新索取，整行复制。",
            "This is not a key line, or its number is not that of the key. Ask the key’s owner for it again and copy the whole line."),
        [LogRefusal.KeyAlgorithmUnknown] = new(
            "公钥使用第 {0} 号算法，这里只认 Ed25519（1 号和 4 号）。请换一把公钥。",
            "The key uses algorithm {0}; only Ed25519 (1 and 4) is read here. Use another key."),
        [LogRefusal.ProofMalformed] = new(
            "这不是日志的收录证明。请用证书里附带的 log-proof.txt 原件。",
            "This is not a proof of inclusion in the log. Use the log-proof.txt that is attached to the certificate, as it is."),
        [LogRefusal.BundleMalformed] = new(
            "日志条目文件不完整，或不是条目文件。请重新下载。", "The bundle of log entries is incomplete, or is none. Download it again."),
        [LogRefusal.EntryMalformed] = new(
            "这不是证书日志写下的条目。请确认文件来自本系统的日志。", "This is not an entry that the certificate log writes. Make sure that the file comes from this system’s log."),
    };
}
