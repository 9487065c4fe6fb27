using System.Text;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Core.Tests.Certificates.Log;

public class LogEntryTests
{
    private const string Content = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
    private const string Statement = "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9";

    [Fact]
    public void An_issue_says_the_hash_of_the_content_and_nothing_of_it() =>
        Text(LogEntry.Issued(Content)).ShouldBe($$"""{"content":"{{Content}}","deed":"issued","format":"beetrace-log-1"}""");

    [Theory]
    [InlineData(LogDeed.Withdrawn)]
    [InlineData(LogDeed.Replaced)]
    public void An_end_says_the_hash_of_its_statement_too(string deed) =>
        Text(LogEntry.Ended(deed, Content, Statement)).ShouldBe(
            $$"""{"content":"{{Content}}","deed":"{{deed}}","format":"beetrace-log-1","statement":"{{Statement}}"}""");

    [Fact]
    public void An_entry_is_read_as_it_is_written_and_is_canonical()
    {
        LogEntry[] entries = [LogEntry.Issued(Content), LogEntry.Ended(LogDeed.Withdrawn, Content, Statement), LogEntry.Ended(LogDeed.Replaced, Content, Statement)];
        foreach (var entry in entries)
        {
            LogEntry.Parse(entry.ToBytes()).Value.ShouldBe(entry);
            CanonicalJson.Parse(entry.ToBytes()).Value.ShouldBe(Text(entry));
            entry.Leaf.ShouldBe(MerkleTree.LeafHash(entry.ToBytes()));
        }

        entries.Select(entry => entry.Leaf).ShouldBeUnique();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"deed":"issued","content":"@","format":"beetrace-log-1"}""")]
    [InlineData("""{"content":"@","deed":"issued","format":"beetrace-log-2"}""")]
    [InlineData("""{"content":"@","deed":"issued","format":"beetrace-log-1"} """)]
    [InlineData("""{"content":"@", "deed":"issued","format":"beetrace-log-1"}""")]
    [InlineData("""{"content":"@","deed":"issued","format":"beetrace-log-1","statement":"@"}""")]
    [InlineData("""{"content":"@","deed":"issued","format":"beetrace-log-1","statement":null}""")]
    [InlineData("""{"content":"@","deed":"withdrawn","format":"beetrace-log-1"}""")]
    [InlineData("""{"content":"@","deed":"withdrawn","format":"beetrace-log-1","statement":"abc"}""")]
    [InlineData("""{"content":"@","deed":"forgotten","format":"beetrace-log-1","statement":"@"}""")]
    [InlineData("""{"content":"@","content":"@","deed":"issued","format":"beetrace-log-1"}""")]
    [InlineData("""{"content":"abc","deed":"issued","format":"beetrace-log-1"}""")]
    [InlineData("""{"content":1,"deed":"issued","format":"beetrace-log-1"}""")]
    [InlineData("""{"content":"\ud800","deed":"issued","format":"beetrace-log-1"}""")]
    [InlineData("""{"content":"@","deed":"issued","format":"beetrace-log-1","more":1}""")]
    public void What_the_log_would_not_write_is_refused(string json) =>
        LogEntry.Parse(Encoding.UTF8.GetBytes(json.Replace("@", Content))).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LogRefusal.EntryMalformed);

    [Fact]
    public void A_hash_in_capitals_and_an_end_that_is_none_are_bugs()
    {
        Should.Throw<ArgumentException>(() => LogEntry.Issued(Content.ToUpperInvariant()));
        Should.Throw<ArgumentException>(() => LogEntry.Ended(LogDeed.Withdrawn, Content, "abc"));
        Should.Throw<ArgumentException>(() => LogEntry.Ended(LogDeed.Issued, Content, Statement));
    }

    private static string Text(LogEntry entry) => Encoding.UTF8.GetString(entry.ToBytes());
}
