namespace BeeTrace.Verifier.Tests;

public class OfflineTests
{
    [Fact]
    public void The_check_knows_no_network_no_database_and_nothing_of_the_host()
    {
        var needed = typeof(PaperCheck).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        needed.ShouldContain("BeeTrace.Core");
        needed.ShouldContain("BeeTrace.Pdf");
        needed.Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBe(["BeeTrace.Core", "BeeTrace.Pdf", "BouncyCastle.Cryptography"], ignoreOrder: true);
        needed.Where(name => name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.Data", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
