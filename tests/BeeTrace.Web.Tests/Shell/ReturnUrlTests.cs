using BeeTrace.Web.Shell;

namespace BeeTrace.Web.Tests.Shell;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/figures?year=2018#exports")]
    [InlineData("/")]
    [InlineData("/c/BT-2018-7K3M-Q")]
    public void Addresses_of_this_site_are_kept(string address) => ReturnUrl.LocalOrHome(address).ShouldBe(address);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("figures")]
    public void All_others_lead_home(string? address) => ReturnUrl.LocalOrHome(address).ShouldBe("/");
}
