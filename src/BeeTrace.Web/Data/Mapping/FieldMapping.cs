using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

/// <summary>What is written down beside an apiary: counts, medicines, harvests, inspections, diseases, pictures, receipts.</summary>
internal sealed class FieldMapping :
    IEntityTypeConfiguration<ColonyCount>, IEntityTypeConfiguration<Treatment>, IEntityTypeConfiguration<Harvest>, IEntityTypeConfiguration<Inspection>,
    IEntityTypeConfiguration<DiseaseReport>, IEntityTypeConfiguration<Photo>, IEntityTypeConfiguration<FieldEntry>
{
    private const string Schema = "registry";

    public void Configure(EntityTypeBuilder<ColonyCount> builder)
    {
        builder.ToTable("colony_counts", Schema);
        builder.Property(c => c.On).HasColumnName("on_day");
        builder.HasIndex(c => new { c.ApiaryId, c.On });
        builder.HasOne<Apiary>().WithMany().HasForeignKey(c => c.ApiaryId);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(c => c.BeekeeperId);
    }

    public void Configure(EntityTypeBuilder<Treatment> builder)
    {
        builder.ToTable("treatments", Schema, table =>
        {
            table.HasCheckConstraint("a_treatment_ends_after_it_begins", "ended_on is null or ended_on >= started_on");
            table.HasCheckConstraint("a_withdrawal_period_is_not_negative", "withdrawal_days is null or withdrawal_days >= 0");
        });
        builder.Property(t => t.Indication).HasMaxLength(120);
        builder.Property(t => t.Medicine).HasMaxLength(120);
        builder.Property(t => t.ApprovalNumber).HasMaxLength(60);
        builder.Property(t => t.BatchNumber).HasMaxLength(60);
        builder.Property(t => t.ActiveSubstance).HasMaxLength(120);
        builder.Property(t => t.Dose).HasMaxLength(80);
        builder.Property(t => t.GivenBy).HasMaxLength(80);
        builder.Property(t => t.Supplier).HasMaxLength(120);
        builder.Property(t => t.Remarks).HasMaxLength(500);
        builder.HasIndex(t => new { t.ApiaryId, t.StartedOn });
        builder.HasIndex(t => t.Supersedes).IsUnique().HasDatabaseName(DbErrors.TreatmentSupersededOnce);
        builder.HasOne<Treatment>().WithMany().HasForeignKey(t => t.Supersedes);
        builder.HasOne<Apiary>().WithMany().HasForeignKey(t => t.ApiaryId);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(t => t.BeekeeperId);
    }

    public void Configure(EntityTypeBuilder<Harvest> builder)
    {
        builder.ToTable("harvests", "trace");
        builder.HasIndex(h => new { h.ApiaryId, h.HarvestedOn });
        builder.HasIndex(h => h.Supersedes).IsUnique().HasDatabaseName(DbErrors.HarvestSupersededOnce);
        builder.HasOne<Harvest>().WithMany().HasForeignKey(h => h.Supersedes);
        builder.HasOne<Apiary>().WithMany().HasForeignKey(h => h.ApiaryId);
        builder.HasOne<Placement>().WithMany().HasForeignKey(h => h.PlacementId);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(h => h.BeekeeperId);
        builder.HasOne<Product>().WithMany().HasForeignKey(h => h.Product);
        builder.HasOne<Plant>().WithMany().HasForeignKey(h => h.Plant);
    }

    public void Configure(EntityTypeBuilder<Inspection> builder)
    {
        builder.ToTable("inspections", Schema);
        builder.Property(i => i.On).HasColumnName("on_day");
        builder.Property(i => i.Findings).HasMaxLength(2000);
        builder.HasIndex(i => new { i.ApiaryId, i.On });
        builder.HasOne<Apiary>().WithMany().HasForeignKey(i => i.ApiaryId);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(i => i.BeekeeperId);
    }

    public void Configure(EntityTypeBuilder<DiseaseReport> builder)
    {
        builder.ToTable("disease_reports", Schema);
        builder.Property(d => d.On).HasColumnName("on_day");
        builder.Property(d => d.Signs).HasMaxLength(2000);
        builder.HasIndex(d => new { d.ApiaryId, d.Disease, d.On });
        builder.HasOne<Inspection>().WithMany().HasForeignKey(d => d.InspectionId);
        builder.HasOne<Apiary>().WithMany().HasForeignKey(d => d.ApiaryId);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(d => d.BeekeeperId);
    }

    public void Configure(EntityTypeBuilder<Photo> builder)
    {
        builder.ToTable("photos", Schema);
        builder.Property(p => p.ContentType).HasMaxLength(40);
        builder.HasIndex(p => p.ApiaryId);
        builder.HasOne<Apiary>().WithMany().HasForeignKey(p => p.ApiaryId);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(p => p.BeekeeperId);
    }

    public void Configure(EntityTypeBuilder<FieldEntry> builder)
    {
        builder.ToTable("field_entries", Schema);
        builder.Property(e => e.Kind).HasMaxLength(20);
        builder.Property(e => e.Subject).HasMaxLength(40);
        builder.Property(e => e.Versions).HasColumnType("jsonb");
        builder.HasIndex(e => new { e.BeekeeperId, e.ReceivedAt });
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(e => e.BeekeeperId);
    }
}
