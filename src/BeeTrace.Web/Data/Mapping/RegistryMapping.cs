using BeeTrace.Core.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class RegistryMapping :
    IEntityTypeConfiguration<County>, IEntityTypeConfiguration<Beekeeper>, IEntityTypeConfiguration<Apiary>,
    IEntityTypeConfiguration<Placement>, IEntityTypeConfiguration<PlacementCorrection>, IEntityTypeConfiguration<BeekeeperApplication>,
    IEntityTypeConfiguration<Plant>, IEntityTypeConfiguration<Bloom>, IEntityTypeConfiguration<NectarSource>,
    IEntityTypeConfiguration<Firm>, IEntityTypeConfiguration<FirmYear>
{
    private const string Schema = "registry";

    public void Configure(EntityTypeBuilder<County> builder)
    {
        builder.ToTable("counties", Schema);
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(6);
        builder.Ignore(c => c.Name);
    }

    public void Configure(EntityTypeBuilder<Beekeeper> builder)
    {
        builder.ToTable("beekeepers", Schema);
        builder.Ignore(b => b.Name);
        builder.Property(b => b.LicenceNumber).HasMaxLength(30);
        builder.Property(b => b.NameZh).HasMaxLength(80);
        builder.Property(b => b.NameEn).HasMaxLength(120);
        builder.HasIndex(b => b.LicenceNumber).IsUnique().HasDatabaseName(DbErrors.OneLicence);
        builder.HasOne<County>().WithMany().HasForeignKey(b => b.County);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(b => b.MergedInto);
        builder.HasIndex(b => b.IdentityNumberHash).HasFilter("identity_number_hash is not null");
        builder.HasIndex(b => b.Phone).HasFilter("phone is not null");
    }

    public void Configure(EntityTypeBuilder<Apiary> builder)
    {
        builder.ToTable("apiaries", Schema);
        builder.Property(a => a.Name).HasMaxLength(80);
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(a => a.BeekeeperId);
        builder.HasOne<County>().WithMany().HasForeignKey(a => a.County);
        builder.HasOne<Apiary>().WithMany().HasForeignKey(a => a.MergedInto);
    }

    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.ToTable("placements", Schema, table => table.HasCheckConstraint(
            "a_placement_ends_after_it_begins", "until_day is null or until_day > from_day"));
        // "from" is a word of SQL itself.
        builder.Property(p => p.From).HasColumnName("from_day");
        builder.Property(p => p.Until).HasColumnName("until_day");
        builder.Property(p => p.Latitude).HasPrecision(10, 7);
        builder.Property(p => p.Longitude).HasPrecision(10, 7);
        builder.Property(p => p.EnteredLatitude).HasPrecision(10, 7);
        builder.Property(p => p.EnteredLongitude).HasPrecision(10, 7);
        builder.Property(p => p.AccuracyM).HasPrecision(10, 1);
        builder.Property(p => p.PlaceName).HasMaxLength(80);
        builder.Property(p => p.QuarantineCertificate).HasMaxLength(40);
        builder.HasOne<Apiary>().WithMany().HasForeignKey(p => p.ApiaryId);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(p => p.BeekeeperId);
        builder.HasOne<Plant>().WithMany().HasForeignKey(p => p.Plant);
    }

    public void Configure(EntityTypeBuilder<PlacementCorrection> builder)
    {
        builder.ToTable("placement_corrections", Schema);
        builder.Property(c => c.Was).HasColumnType("jsonb");
        builder.Property(c => c.Why).HasMaxLength(400);
        builder.HasIndex(c => new { c.ApiaryId, c.CorrectedAt });
        builder.HasOne<Apiary>().WithMany().HasForeignKey(c => c.ApiaryId);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(c => c.BeekeeperId);
    }

    public void Configure(EntityTypeBuilder<BeekeeperApplication> builder)
    {
        builder.ToTable("applications", Schema);
        builder.Ignore(a => a.SignInName);
        builder.Property(a => a.Name).HasMaxLength(80);
        builder.Property(a => a.Phone).HasMaxLength(40);
        builder.Property(a => a.Address).HasMaxLength(200);
        builder.Property(a => a.LicenceNumber).HasMaxLength(30);
        builder.Property(a => a.Email).HasMaxLength(256);
        builder.Property(a => a.Why).HasMaxLength(400);
        // The queue: what waits, oldest first.
        builder.HasIndex(a => a.ReceivedAt).HasFilter("state = 'Waiting'");
        builder.HasOne<County>().WithMany().HasForeignKey(a => a.County);
        builder.HasOne<Beekeeper>().WithMany().HasForeignKey(a => a.BeekeeperId);
    }

    public void Configure(EntityTypeBuilder<Plant> builder)
    {
        builder.ToTable("plants", Schema);
        builder.HasKey(p => p.LatinName);
        builder.Property(p => p.LatinName).HasMaxLength(120);
        builder.Ignore(p => p.Name);
    }

    public void Configure(EntityTypeBuilder<Bloom> builder)
    {
        builder.ToTable("blooms", Schema);
        builder.Ignore(n => n.Region);
        builder.Property(n => n.BloomFrom).HasMaxLength(5);
        builder.Property(n => n.BloomTo).HasMaxLength(5);
        builder.HasOne<Plant>().WithMany().HasForeignKey(n => n.Plant);
        builder.HasIndex(n => new { n.Plant, n.RegionEn, n.BloomFrom }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<NectarSource> builder)
    {
        builder.ToTable("nectar_sources", Schema);
        builder.Property(n => n.Name).HasMaxLength(80);
        builder.Property(n => n.Geojson).HasColumnType("text");
        builder.Property(n => n.EnteredGeojson).HasColumnType("text");
        builder.Property(n => n.AreaMu).HasPrecision(12, 2);
        builder.Property(n => n.BloomFrom).HasMaxLength(5);
        builder.Property(n => n.BloomTo).HasMaxLength(5);
        builder.HasIndex(n => n.Code).IsUnique();
        builder.HasOne<Plant>().WithMany().HasForeignKey(n => n.Plant);
        builder.HasOne<County>().WithMany().HasForeignKey(n => n.County);
    }

    public void Configure(EntityTypeBuilder<Firm> builder)
    {
        builder.ToTable("firms", Schema);
        builder.Ignore(f => f.Name);
        builder.Property(f => f.CreditCode).HasMaxLength(18).IsFixedLength();
        builder.Property(f => f.NameZh).HasMaxLength(120);
        builder.Property(f => f.NameEn).HasMaxLength(160);
        builder.HasIndex(f => f.CreditCode).IsUnique();
        builder.HasOne<County>().WithMany().HasForeignKey(f => f.County);
    }

    public void Configure(EntityTypeBuilder<FirmYear> builder)
    {
        builder.ToTable("firm_years", Schema);
        builder.HasKey(y => new { y.FirmId, y.Year });
        builder.Property(y => y.SalesCny).HasPrecision(18, 2);
        builder.Property(y => y.OutputCny).HasPrecision(18, 2);
        builder.HasOne<Firm>().WithMany().HasForeignKey(y => y.FirmId);
    }
}
