using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class MapMapping : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeRecipient>, IEntityTypeConfiguration<Announcement>
{
    private const string Schema = "map";

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices", Schema, table => table.HasCheckConstraint("a_notice_ends_after_it_begins", "to_day >= from_day"));
        builder.Property(n => n.Geojson).HasColumnType("text");
        builder.Property(n => n.From).HasColumnName("from_day");
        builder.Property(n => n.To).HasColumnName("to_day");
        builder.Property(n => n.Subject).HasMaxLength(500);
        builder.Property(n => n.Contact).HasMaxLength(200);
        builder.Property(n => n.WithdrawnWhy).HasMaxLength(500);
        builder.HasIndex(n => n.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<NoticeRecipient> builder)
    {
        builder.ToTable("notice_recipients", Schema);
        builder.HasKey(r => new { r.NoticeId, r.ApiaryId });
        builder.HasIndex(r => r.BeekeeperId);
        builder.HasOne<Notice>().WithMany().HasForeignKey(r => r.NoticeId);
        builder.HasOne<Apiary>().WithMany().HasForeignKey(r => r.ApiaryId);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(r => r.BeekeeperId);
    }

    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("announcements", Schema, table => table.HasCheckConstraint("an_announcement_ends_after_it_begins", "to_day >= from_day"));
        builder.Property(a => a.Area).HasColumnType("text");
        builder.Property(a => a.Geojson).HasColumnType("text");
        builder.Property(a => a.From).HasColumnName("from_day");
        builder.Property(a => a.To).HasColumnName("to_day");
        builder.Property(a => a.Subject).HasMaxLength(500);
        builder.Property(a => a.Contact).HasMaxLength(200);
        builder.Property(a => a.Why).HasMaxLength(500);
        // What waits for the county, the next days first.
        builder.HasIndex(a => a.From).HasFilter("state = 'Waiting'");
        builder.HasOne<Notice>().WithMany().HasForeignKey(a => a.NoticeId);
    }
}
