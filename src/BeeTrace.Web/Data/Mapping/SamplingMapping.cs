using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class SamplingMapping : IEntityTypeConfiguration<SamplingRecord>, IEntityTypeConfiguration<CustodyEvent>, IEntityTypeConfiguration<SamplePhoto>
{
    private const string Schema = "lab";

    public void Configure(EntityTypeBuilder<SamplingRecord> builder)
    {
        builder.ToTable("sampling_records", Schema);
        builder.HasKey(r => r.SampleId);
        builder.Ignore(r => r.AwaitsSecondSampler);
        foreach (var text in new[]
        {
            nameof(SamplingRecord.TaskSource), nameof(SamplingRecord.Place), nameof(SamplingRecord.SampledUnit), nameof(SamplingRecord.UnitLicence),
            nameof(SamplingRecord.UnitContact), nameof(SamplingRecord.Producer), nameof(SamplingRecord.Brand), nameof(SamplingRecord.Specification),
            nameof(SamplingRecord.Packaging), nameof(SamplingRecord.LabelBatch), nameof(SamplingRecord.ShelfLife), nameof(SamplingRecord.Storage),
            nameof(SamplingRecord.DeclaredStandard), nameof(SamplingRecord.LotSizeUnit), nameof(SamplingRecord.Method), nameof(SamplingRecord.Container),
            nameof(SamplingRecord.PartyName),
        })
            builder.Property(text).HasMaxLength(SamplingRules.LongestText);
        builder.Property(r => r.Seal).HasMaxLength(SamplingRules.LongestSeal);
        builder.Property(r => r.ReTestSeal).HasMaxLength(SamplingRules.LongestSeal);
        builder.Property(r => r.Remarks).HasMaxLength(SamplingRules.LongestRemark);
        builder.Property(r => r.RefusalNote).HasMaxLength(SamplingRules.LongestRemark);
        foreach (var number in new[]
        {
            nameof(SamplingRecord.Latitude), nameof(SamplingRecord.Longitude), nameof(SamplingRecord.LotSize), nameof(SamplingRecord.SampleG),
            nameof(SamplingRecord.ReTestG), nameof(SamplingRecord.TemperatureC),
        })
            LabMapping.KeepDigits(builder.Property(number));
        builder.HasIndex(r => r.SecondSampler).HasFilter("second_signed_at is null");
        builder.HasOne<Sample>().WithOne().HasForeignKey<SamplingRecord>(r => r.SampleId);
        builder.HasOne<Firm>().WithMany().HasForeignKey(r => r.FirmId);
    }

    public void Configure(EntityTypeBuilder<CustodyEvent> builder)
    {
        builder.ToTable("custody_events", Schema);
        foreach (var text in new[] { nameof(CustodyEvent.From), nameof(CustodyEvent.To), nameof(CustodyEvent.Place), nameof(CustodyEvent.Reason) })
            builder.Property(text).HasMaxLength(SamplingRules.LongestText);
        builder.Property(e => e.From).HasColumnName("from_name");
        builder.Property(e => e.To).HasColumnName("to_name");
        builder.Property(e => e.SealBefore).HasMaxLength(SamplingRules.LongestSeal);
        builder.Property(e => e.SealAfter).HasMaxLength(SamplingRules.LongestSeal);
        LabMapping.KeepDigits(builder.Property(nameof(CustodyEvent.TemperatureC)));
        LabMapping.KeepDigits(builder.Property(nameof(CustodyEvent.QuantityG)));
        builder.HasIndex(e => new { e.SampleId, e.Portion, e.At });
        builder.HasOne<Sample>().WithMany().HasForeignKey(e => e.SampleId);
    }

    public void Configure(EntityTypeBuilder<SamplePhoto> builder)
    {
        builder.ToTable("sample_photos", Schema);
        builder.HasIndex(p => p.SampleId);
        builder.HasOne<Sample>().WithMany().HasForeignKey(p => p.SampleId);
    }
}
