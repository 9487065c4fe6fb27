using BeeTrace.Core;
using BeeTrace.Web.Certificates;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests.Screens;

/// <summary>The page on which the authorised signatory issues certificates.</summary>
public sealed class IssueForm(Person signatory)
{
    public async Task OpenAsync()
    {
        await signatory.OpenAsync("/certificates");
        await signatory.Link(CertificatesText.Issue).ClickAsync();
        await signatory.Heading(CertificatesText.BatchHead).WaitForAsync();
    }

    public async Task<CertificateNumber> IssueBatchAsync(SampleCode sample)
    {
        await OpenAsync();
        await signatory.Field(CertificatesText.Sample).FillAsync(sample.ToString());
        return await IssueAsync(CertificatesText.BatchHead);
    }

    public async Task<CertificateNumber> IssuePassRateAsync(DateOnly from, DateOnly to)
    {
        await OpenAsync();
        await signatory.Field(CertificatesText.From).FillAsync(from.ToString("yyyy-MM-dd"));
        await signatory.Field(CertificatesText.To).FillAsync(to.ToString("yyyy-MM-dd"));
        return await IssueAsync(CertificatesText.RateHead);
    }

    private async Task<CertificateNumber> IssueAsync(Bilingual form)
    {
        await signatory.Page.Locator("form").Filter(new() { Has = signatory.Heading(form) })
            .GetByRole(AriaRole.Button, new() { Name = signatory.Say(CertificatesText.Button), Exact = true }).ClickAsync();
        await signatory.Page.WaitForURLAsync(url => url.Contains("issued=", StringComparison.Ordinal));
        var number = CertificateNumber.Parse(signatory.Page.Url.Split('=')[^1]).Value;
        await signatory.SeesAsync(CertificatesText.Issued(number.ToString()));
        return number;
    }
}
