using BeeTrace.Core;

namespace BeeTrace.Web.Certificates;

/// <summary>Something in the log, or beside it, that does not fit the rest.</summary>
/// <param name="Sentence">What does not fit, and where; without advice, since what is right only people can say.</param>
public sealed record LogFinding(Bilingual Sentence)
{
    internal static LogFinding OutOfOrder(long expected, long found) => Of(
        $"应接着第 {expected} 条，却是第 {found} 条：缺条目或多条目。此后的根哈希无法重算。",
        $"Entry {expected} should come next, but entry {found} does: entries are missing or were put in. Roots after that cannot be recomputed.");

    internal static LogFinding EntryNotItsColumns(long index) => Of(
        $"第 {index} 条：条目字节与所在行的各列不符。", $"Entry {index}: its bytes do not say what its row says.");

    internal static LogFinding OldEntryOutOfPlace(long index) => Of(
        $"第 {index} 条没有时间，但只有日志启用前签发的证书才没有，且都排在最前。",
        $"Entry {index} has no time; only certificates issued before the log began have none, and they stand at its start.");

    internal static LogFinding NodeMissing(int level, long index) => Of(
        $"缺少第 {level} 层第 {index} 个节点。", $"The node {index} of level {level} is missing.");

    internal static LogFinding LeafNotItsEntry(long index) => Of(
        $"第 {index} 条的叶哈希不是该条目的哈希。", $"The leaf {index} is not the hash of its entry.");

    internal static LogFinding NodeNotItsChildren(int level, long index) => Of(
        $"第 {level} 层第 {index} 个节点不是其两个子节点的哈希。", $"The node {index} of level {level} is not the hash of its two children.");

    internal static LogFinding NodeWithoutEntries(int level, long index) => Of(
        $"第 {level} 层第 {index} 个节点没有对应的条目。", $"The node {index} of level {level} stands over entries that are not there.");

    internal static LogFinding CheckpointMissing(long size) => Of(
        $"缺少条目数为 {size} 时的检查点。", $"The checkpoint of size {size} is missing.");

    internal static LogFinding CheckpointWithoutEntries(long size) => Of(
        $"有条目数为 {size} 的检查点，日志当时却没有停在这个数目。", $"There is a checkpoint of size {size}, at which the log never stood.");

    internal static LogFinding CheckpointNotItsNote(long size) => Of(
        $"检查点 {size}：签名文本与所在行的条目数、根哈希或时间不符。", $"Checkpoint {size}: the signed text does not say what its row says, or its time is another than its entry’s.");

    internal static LogFinding CheckpointNotSigned(long size) => Of(
        $"检查点 {size}：日志密钥的签名不成立。", $"Checkpoint {size}: the signature of the log’s key does not hold.");

    internal static LogFinding CheckpointRootWrong(long size) => Of(
        $"检查点 {size}：根哈希与树重算的结果不符。", $"Checkpoint {size}: its root is not the one that the tree has.");

    internal static LogFinding CosignatureWrong(long size, string witness) => Of(
        $"检查点 {size}：见证方 {witness} 的会签不成立。", $"Checkpoint {size}: the counter-signature of {witness} does not hold.");

    internal static LogFinding KeyMissing => Of(
        "找不到日志密钥，签名无从核对。", "The log’s key is not there, so no signature could be checked.");

    internal static LogFinding KeyUnknown(string key) => Of(
        $"公布的公钥中有一把不是本日志的：{key}", $"A published key is not the one of this log: {key}");

    internal static LogFinding KeptNotSigned(string origin) => Of(
        $"留存的检查点（{origin}）不是用现在的日志密钥签的：它属于别的日志，或密钥被换过。",
        $"The kept checkpoint ({origin}) is not signed by the log’s key of today: it is of another log, or the key was exchanged.");

    internal static LogFinding KeptIsLonger(long kept, long now) => Of(
        $"留存的检查点有 {kept} 条，现在的日志只有 {now} 条：日志被截短，或恢复成了旧备份。",
        $"The kept checkpoint has {kept} entries, the log of today only {now}: it was cut short, or an older backup was restored.");

    internal static LogFinding KeptIsOther(long size) => Of(
        $"日志前 {size} 条与留存的检查点不符：历史被改写。", $"The first {size} entries are not those of the kept checkpoint: history was rewritten.");

    internal static LogFinding IssueWithoutCertificate(long index) => Of(
        $"第 {index} 条说签发了一份证书，但没有内容哈希与之相同的证书。", $"Entry {index} says that a certificate was issued, but there is none with that hash of its content.");

    internal static LogFinding CertificateNotLogged(string number) => Of(
        $"证书 {number} 的签发不在日志里。", $"The issue of certificate {number} is not in the log.");

    internal static LogFinding IssuesNotOneToOne => Of(
        "有证书对应多条签发记录，或有签发记录对应多份证书。", "A certificate has several entries of its issue, or an entry several certificates.");

    internal static LogFinding IssuedAtOtherTime(string number) => Of(
        $"证书 {number} 的签发时间与日志条目的时间不符。", $"Certificate {number} bears another time of issue than its entry.");

    internal static LogFinding ContentAltered(string number) => Of(
        $"证书 {number} 的内容与其哈希不符。", $"The content of certificate {number} does not have its hash.");

    internal static LogFinding PaperAltered(string number) => Of(
        $"证书 {number} 的 PDF 与其哈希不符，或不是签发时记录的那一份。", $"The PDF of certificate {number} does not have its hash, or is not the one that was recorded when it was issued.");

    internal static LogFinding ContentNotItsRow(string number) => Of(
        $"证书 {number}：内容所写的编号、种类、日期、企业、批次或样品与所在行不符。",
        $"Certificate {number}: number, kind, day, firm, lot or sample in its content are not those of its row.");

    internal static LogFinding IssuerNotRecorded(string number) => Of(
        $"证书 {number}：操作记录里没有该账号的签发。", $"Certificate {number}: no deed says that this account issued it.");

    internal static LogFinding EndWithoutRow(long index) => Of(
        $"第 {index} 条说有一份证书失效，但没有与之对应的失效记录。", $"Entry {index} says that a certificate ended, but no end is recorded.");

    internal static LogFinding EndNotLogged(string number) => Of(
        $"证书 {number} 的失效不在日志里。", $"The end of certificate {number} is not in the log.");

    internal static LogFinding EndsNotOneToOne => Of(
        "有失效记录对应多条日志条目，或有条目对应多份失效记录。", "An end has several entries, or an entry several ends.");

    internal static LogFinding EndNotItsEntry(string number) => Of(
        $"证书 {number} 的失效：方式、时间或说明的哈希与日志条目不符。", $"The end of certificate {number}: deed, time or the statement’s hash are not those of its entry.");

    internal static LogFinding StatementAltered(string number) => Of(
        $"证书 {number} 的失效说明与其哈希不符。", $"The statement on the end of certificate {number} does not have its hash.");

    internal static LogFinding StatementNotItsRow(string number) => Of(
        $"证书 {number} 的失效说明：编号、方式、日期、原因、备注或替换证书与所在行不符。",
        $"The statement on the end of certificate {number}: number, deed, day, reason, note or successor are not those of its row.");

    internal static LogFinding EnderNotRecorded(string number) => Of(
        $"证书 {number}：操作记录里没有该账号的撤销或替换。", $"Certificate {number}: no deed says that this account ended it.");

    internal static LogFinding Unreadable(string why) => Of(
        $"数据库无法读完：{why}", $"The database could not be read to the end: {why}");

    private static LogFinding Of(string zh, string en) => new(new Bilingual(zh, en));
}
