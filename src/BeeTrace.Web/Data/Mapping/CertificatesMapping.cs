using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class CertificatesMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("certificates", "certificates");
        builder.HasIndex(c => c.Number).IsUnique();
        // A dropped PDF is found by the hash of its bytes.
        builder.HasIndex(c => c.PdfSha256).IsUnique();
        builder.HasIndex(c => c.FirmId);
        builder.Property(c => c.ContentSha256).HasMaxLength(64).IsFixedLength();
        builder.Property(c => c.PdfSha256).HasMaxLength(64).IsFixedLength();
        builder.HasOne<Firm>().WithMany().HasForeignKey(c => c.FirmId);
        builder.HasOne<Lot>().WithMany().HasForeignKey(c => c.LotId);
        builder.HasOne<Sample>().WithMany().HasForeignKey(c => c.SampleId);
    }
}
