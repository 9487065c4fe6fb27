using BeeTrace.Core.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

/// <summary>What belongs to a firm beside its name: filed bases with their beekeepers, honours, standards.</summary>
internal sealed class FirmMapping :
    IEntityTypeConfiguration<BaseFiling>, IEntityTypeConfiguration<BaseMember>, IEntityTypeConfiguration<Honour>, IEntityTypeConfiguration<DraftedStandard>
{
    private const string Schema = "registry";

    public void Configure(EntityTypeBuilder<BaseFiling> builder)
    {
        builder.ToTable("base_filings", Schema, table => table.HasCheckConstraint("a_base_ends_after_it_begins", "until_day is null or until_day > from_day"));
        builder.Property(b => b.From).HasColumnName("from_day");
        builder.Property(b => b.Until).HasColumnName("until_day");
        builder.Property(b => b.FilingNumber).HasMaxLength(40);
        builder.Property(b => b.Name).HasMaxLength(120);
        builder.HasIndex(b => b.FilingNumber).IsUnique().HasDatabaseName(DbErrors.OneFiling);
        builder.HasOne<Firm>().WithMany().HasForeignKey(b => b.FirmId);
        builder.HasOne<County>().WithMany().HasForeignKey(b => b.County);
    }

    public void Configure(EntityTypeBuilder<BaseMember> builder)
    {
        builder.ToTable("base_members", Schema, table => table.HasCheckConstraint("a_member_leaves_after_joining", "until_day is null or until_day > from_day"));
        builder.Property(m => m.From).HasColumnName("from_day");
        builder.Property(m => m.Until).HasColumnName("until_day");
        builder.HasOne<BaseFiling>().WithMany().HasForeignKey(m => m.BaseId);
        builder.HasOne<Firm>().WithMany().HasForeignKey(m => m.FirmId);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(m => m.BeekeeperId);
    }

    public void Configure(EntityTypeBuilder<Honour> builder)
    {
        builder.ToTable("honours", Schema);
        builder.Ignore(h => h.Title);
        builder.Property(h => h.TitleZh).HasMaxLength(120);
        builder.Property(h => h.TitleEn).HasMaxLength(160);
        builder.Property(h => h.Evidence).HasMaxLength(300);
        builder.HasOne<Firm>().WithMany().HasForeignKey(h => h.FirmId);
    }

    public void Configure(EntityTypeBuilder<DraftedStandard> builder)
    {
        builder.ToTable("drafted_standards", Schema);
        builder.Ignore(s => s.Title);
        builder.Property(s => s.Number).HasMaxLength(60);
        builder.Property(s => s.TitleZh).HasMaxLength(120);
        builder.Property(s => s.TitleEn).HasMaxLength(160);
        builder.HasIndex(s => new { s.FirmId, s.Number }).IsUnique();
        builder.HasOne<Firm>().WithMany().HasForeignKey(s => s.FirmId);
    }
}
