using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class LabMapping :
    IEntityTypeConfiguration<Analyte>, IEntityTypeConfiguration<Standard>, IEntityTypeConfiguration<Limit>,
    IEntityTypeConfiguration<ResidueRow>, IEntityTypeConfiguration<MarketVersion>, IEntityTypeConfiguration<PanelItem>, IEntityTypeConfiguration<Sample>,
    IEntityTypeConfiguration<EnteredReading>, IEntityTypeConfiguration<Evaluation>, IEntityTypeConfiguration<EvaluationItem>,
    IEntityTypeConfiguration<Method>, IEntityTypeConfiguration<LimitProposal>, IEntityTypeConfiguration<OrderedReTest>
{
    private const string Schema = "lab";

    public void Configure(EntityTypeBuilder<Analyte> builder)
    {
        builder.ToTable("analytes", Schema);
        builder.HasKey(a => a.Code);
        builder.Property(a => a.Code).HasMaxLength(40);
        builder.Ignore(a => a.Name);
    }

    public void Configure(EntityTypeBuilder<Standard> builder)
    {
        builder.ToTable("standards", Schema);
        builder.HasKey(s => new { s.Code, s.Edition });
        builder.Property(s => s.Code).HasMaxLength(60);
        builder.Property(s => s.Edition).HasMaxLength(20);
        builder.Ignore(s => s.Title);
        builder.Ignore(s => s.Citation);
        builder.Ignore(s => s.Name);
    }

    public void Configure(EntityTypeBuilder<Limit> builder)
    {
        builder.ToTable("limits", Schema);
        KeepDigits(builder.Property(l => l.Low));
        KeepDigits(builder.Property(l => l.High));
        KeepDigits(builder.Property(l => l.ProvisoBound));
        builder.HasIndex(l => new { l.Market, l.Product, l.Analyte });
        builder.HasOne<Analyte>().WithMany().HasForeignKey(l => l.Analyte);
        builder.HasOne<Analyte>().WithMany().HasForeignKey(l => l.ProvisoAnalyte);
        builder.HasOne<Product>().WithMany().HasForeignKey(l => l.Product);
        builder.HasOne<Standard>().WithMany().HasForeignKey(l => new { l.StandardCode, l.Edition });
    }

    public void Configure(EntityTypeBuilder<LimitProposal> builder)
    {
        builder.ToTable("limit_proposals", Schema);
        builder.Property(p => p.Version).IsRowVersion();
        // Named like the columns of lab.limits, so that the database itself sees that what came into force is what was accepted.
        builder.Property(p => p.Proposed).HasColumnType("jsonb").HasConversion(limit => LimitJson.Write(limit!), json => LimitJson.Read(json));
        builder.Property(p => p.Reason).HasMaxLength(LabReason.Longest);
        builder.Property(p => p.DecidedWhy).HasMaxLength(LabReason.Longest);
        builder.HasIndex(p => p.TargetId).IsUnique().HasFilter("state = 'Open'").HasDatabaseName(DbErrors.OneProposal);
        builder.HasOne<Limit>().WithMany().HasForeignKey(p => p.TargetId);
    }

    public void Configure(EntityTypeBuilder<ResidueRow> builder)
    {
        builder.ToTable("residue_parts", Schema);
        builder.HasKey(r => new { r.Market, r.Analyte, r.Part });
        builder.Property(r => r.Market).HasMaxLength(10);
        builder.Property(r => r.ExpressedAs).HasMaxLength(80);
        KeepDigits(builder.Property(r => r.Factor));
        builder.HasOne<Analyte>().WithMany().HasForeignKey(r => r.Analyte);
        builder.HasOne<Analyte>().WithMany().HasForeignKey(r => r.Part);
    }

    public void Configure(EntityTypeBuilder<MarketVersion> builder)
    {
        builder.ToTable("market_versions", Schema);
        builder.HasKey(m => new { m.Market, m.Version });
        builder.Property(m => m.Market).HasMaxLength(10);
        builder.Property(m => m.Version).HasMaxLength(30);
    }

    public void Configure(EntityTypeBuilder<PanelItem> builder)
    {
        builder.ToTable("panel_items", Schema);
        builder.HasKey(p => new { p.Market, p.Version, p.Product, p.Analyte });
        builder.HasOne<MarketVersion>().WithMany().HasForeignKey(p => new { p.Market, p.Version });
        builder.HasOne<Analyte>().WithMany().HasForeignKey(p => p.Analyte);
        builder.HasOne<Product>().WithMany().HasForeignKey(p => p.Product);
    }

    public void Configure(EntityTypeBuilder<Sample> builder)
    {
        builder.ToTable("samples", Schema);
        builder.Property(s => s.Version).IsRowVersion();
        builder.Property(s => s.Grade).HasMaxLength(20);
        builder.Property(s => s.EndedWhy).HasMaxLength(400);
        builder.PrimitiveCollection(s => s.States).ElementType(e => e.HasConversion<string>());
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasIndex(s => s.BlindCode).IsUnique();
        // Pass rates count by sampling day; the bench lists by state.
        builder.HasIndex(s => new { s.DrawnOn, s.Product });
        builder.HasIndex(s => s.Status);
        builder.HasOne<Lot>().WithMany().HasForeignKey(s => s.LotId);
        builder.HasOne<Firm>().WithMany().HasForeignKey(s => s.FirmId);
        builder.HasOne<County>().WithMany().HasForeignKey(s => s.County);
    }

    public void Configure(EntityTypeBuilder<EnteredReading> builder)
    {
        builder.ToTable("readings", Schema);
        builder.Property(r => r.Text).HasMaxLength(40);
        builder.Property(r => r.Unit).HasMaxLength(20);
        builder.Property(r => r.Method).HasMaxLength(60);
        builder.Property(r => r.Reason).HasMaxLength(400);
        foreach (var number in new[] { nameof(EnteredReading.Value), nameof(EnteredReading.Lod), nameof(EnteredReading.Loq), nameof(EnteredReading.Uncertainty) })
            KeepDigits(builder.Property(number));
        builder.HasIndex(r => new { r.SampleId, r.Analyte });
        // Which samples were tested for something.
        builder.HasIndex(r => new { r.Analyte, r.SampleId });
        builder.HasIndex(r => r.Supersedes).IsUnique().HasDatabaseName(DbErrors.SupersededOnce);
        builder.HasOne<Sample>().WithMany().HasForeignKey(r => r.SampleId);
        builder.HasOne<Analyte>().WithMany().HasForeignKey(r => r.Analyte);
        builder.HasOne<EnteredReading>().WithMany().HasForeignKey(r => r.Supersedes);
    }

    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.ToTable("evaluations", Schema);
        builder.Property(e => e.Why).HasMaxLength(LabReason.Longest);
        builder.HasIndex(e => new { e.SampleId, e.Market });
        builder.HasOne<Sample>().WithMany().HasForeignKey(e => e.SampleId);
        builder.HasMany(e => e.Items).WithOne().HasForeignKey(i => i.EvaluationId);
    }

    public void Configure(EntityTypeBuilder<EvaluationItem> builder)
    {
        builder.ToTable("evaluation_items", Schema);
        builder.HasKey(i => new { i.EvaluationId, i.Analyte });
    }

    public void Configure(EntityTypeBuilder<Method> builder)
    {
        builder.ToTable("methods", Schema);
        builder.Property(m => m.Code).HasMaxLength(60);
        builder.Property(m => m.Principle).HasMaxLength(60);
        builder.Property(m => m.Source).HasMaxLength(200);
        foreach (var number in new[] { nameof(Method.Lod), nameof(Method.Loq), nameof(Method.UncertaintyPercent) })
            KeepDigits(builder.Property(number));
        builder.HasIndex(m => new { m.Product, m.Analyte, m.Code }).IsUnique().HasFilter("valid_to is null").HasDatabaseName(DbErrors.MethodUsedOnce);
        builder.HasOne<Analyte>().WithMany().HasForeignKey(m => m.Analyte);
        builder.HasOne<Product>().WithMany().HasForeignKey(m => m.Product);
    }

    public void Configure(EntityTypeBuilder<OrderedReTest> builder)
    {
        builder.ToTable("re_tests", Schema);
        builder.HasKey(r => r.SampleId);
        builder.Property(r => r.Report).HasMaxLength(20);
        builder.Property(r => r.Why).HasMaxLength(400);
        // The figures ask for the re-tests of a first sample, pages for those of one that is repeated.
        builder.HasIndex(r => r.FirstId);
        builder.HasIndex(r => r.RepeatsId);
        builder.HasOne<Sample>().WithMany().HasForeignKey(r => r.SampleId);
        builder.HasOne<Sample>().WithMany().HasForeignKey(r => r.RepeatsId);
        builder.HasOne<Sample>().WithMany().HasForeignKey(r => r.FirstId);
    }

    /// <summary>
    /// No fixed scale, against the convention: the digits that somebody wrote are part of a limit (69.0 is not 69 under
    /// CN_ROUNDED) and of a reading.
    /// </summary>
    internal static void KeepDigits(PropertyBuilder number)
    {
        number.HasColumnType("numeric");
        number.Metadata.SetPrecision(null);
        number.Metadata.SetScale(null);
    }
}
