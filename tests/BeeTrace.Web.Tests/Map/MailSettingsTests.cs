using BeeTrace.Web.Map;

namespace BeeTrace.Web.Tests.Map;

public class MailSettingsTests
{
    [Theory]
    [InlineData("smtp://mail.example.org", 587, false, null)]
    [InlineData("smtps://mail.example.org", 465, true, null)]
    [InlineData("smtp://notices%40example.org:pass%3Aword@mail.example.org:2525", 2525, false, "notices@example.org")]
    public void A_server_is_read_from_its_setting(string setting, int port, bool tls, string? user)
    {
        var read = MailSettings.Read(setting, "bees@example.org").ShouldNotBeNull();

        (read.Host, read.Port, read.IsTlsFromTheStart, read.User).ShouldBe(("mail.example.org", port, tls, user));
        read.ToString().ShouldNotContain("word");
    }

    [Theory]
    [InlineData("mail.example.org", "bees@example.org")]
    [InlineData("https://mail.example.org", "bees@example.org")]
    [InlineData("smtp://me:secret@mail.example.org/inbox", "bees@example.org")]
    [InlineData("smtp://me:secret@mail.example.org", null)]
    [InlineData("smtp://me:secret@mail.example.org", "nobody")]
    public void A_setting_that_cannot_be_read_is_said_in_one_line_without_the_password(string setting, string? from) =>
        Should.Throw<IOException>(() => MailSettings.Read(setting, from)).Message.ShouldSatisfyAllConditions(m => m.ShouldContain("BEETRACE_"), m => m.ShouldNotContain("secret"));
}
