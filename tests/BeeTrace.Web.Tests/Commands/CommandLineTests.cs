using BeeTrace.Web.Commands;

namespace BeeTrace.Web.Tests.Commands;

/// <summary>What scripts rely on: a wrong use ends with 2 before anything is opened.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("frobnicate")]
    [InlineData("serve", "now")]
    [InlineData("verify")]
    [InlineData("audit-log", "one", "two")]
    [InlineData("rotate-key", "now")]
    [InlineData("backup")]
    [InlineData("backup", "one", "two")]
    [InlineData("restore")]
    [InlineData("seed", "everything")]
    [InlineData("import", "firms")]
    [InlineData("make-account", "admin", "me@beetrace.test")]
    public async Task A_wrong_use_exits_with_2(params string[] args) => (await CommandLine.RunAsync(args)).ShouldBe(2);

    [Fact]
    public async Task Help_is_no_wrong_use() => (await CommandLine.RunAsync(["--help"])).ShouldBe(0);
}
