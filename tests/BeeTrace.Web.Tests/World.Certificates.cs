using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>A batch test certificate for an approved sample, signed by <see cref="Signatory"/> in the name of the county's laboratory.</summary>
    public async Task<CertificateNumber> CertificateAsync(SampleCode sample)
    {
        await EnsureLaboratoryAsync();
        return (await Get<CertificateService>().IssueBatchTestAsync(sample, Signatory)).Value;
    }

    /// <summary>The laboratory that issues certificates, once.</summary>
    public async Task EnsureLaboratoryAsync()
    {
        await using var work = await Get<Database>().OpenAsync(Actor.System);
        if (await work.Db.Firms.AnyAsync(f => f.Kind == FirmKind.Laboratory))
            return;
        const string Code = $"12{CountyCode}470AAAAAA";
        work.Db.Firms.Add(new Firm
        {
            Id = FirmId.New(), CreditCode = Code + UnifiedSocialCreditCode.CheckOf(Code), NameZh = "试验检测中心", NameEn = "Test Laboratory",
            Kind = FirmKind.Laboratory, County = CountyCode,
        });
        (await work.CommitAsync()).ShouldBeDone();
    }
}
