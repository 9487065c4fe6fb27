using BeeTrace.Core.Certificates;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class ConsignmentMapping : IEntityTypeConfiguration<Consignment>, IEntityTypeConfiguration<ConsignedLot>, IEntityTypeConfiguration<MarketRelease>
{
    public void Configure(EntityTypeBuilder<Consignment> builder)
    {
        builder.ToTable("consignments", TradeMapping.Schema);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => new { c.FirmId, c.State });
        builder.Property(c => c.Destination).HasMaxLength(2).IsFixedLength();
        builder.Property(c => c.Container).HasMaxLength(40);
        builder.Property(c => c.Seal).HasMaxLength(40);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Firm>().WithMany().HasForeignKey(c => c.FirmId);
        builder.HasOne<Country>().WithMany().HasForeignKey(c => c.Destination);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(c => c.StatementId);
    }

    public void Configure(EntityTypeBuilder<ConsignedLot> builder)
    {
        builder.ToTable("consigned_lots", TradeMapping.Schema, table => table.HasCheckConstraint("what_is_consigned_has_a_mass", "net_kg > 0 and (packages is null or packages > 0)"));
        builder.HasKey(l => new { l.ConsignmentId, l.LotId });
        // How much of a lot has left already.
        builder.HasIndex(l => l.LotId);
        builder.HasOne<Consignment>().WithMany().HasForeignKey(l => l.ConsignmentId);
        builder.HasOne<Lot>().WithMany().HasForeignKey(l => l.LotId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(l => l.CertificateId);
    }

    public void Configure(EntityTypeBuilder<MarketRelease> builder)
    {
        builder.ToTable("market_releases", TradeMapping.Schema);
        builder.Property(r => r.Market).HasMaxLength(2);
        builder.Property(r => r.Reason).HasMaxLength(MarketRelease.LongestReason);
        builder.HasIndex(r => new { r.LotId, r.Market }).IsUnique();
        builder.HasOne<Lot>().WithMany().HasForeignKey(r => r.LotId);
    }
}

internal sealed class YearlyReturnMapping : IEntityTypeConfiguration<YearlyReturn>, IEntityTypeConfiguration<ReturnProduct>, IEntityTypeConfiguration<ReturnPartner>,
    IEntityTypeConfiguration<YearbookEdition>
{
    public void Configure(EntityTypeBuilder<YearlyReturn> builder)
    {
        builder.ToTable("returns", TradeMapping.Schema, table =>
        {
            table.HasCheckConstraint("a_return_has_no_negative_figure", "coalesce(sales_cny, 0) >= 0 and coalesce(output_cny, 0) >= 0 and coalesce(export_usd, 0) >= 0 and coalesce(employees, 0) >= 0");
            table.HasCheckConstraint(DbErrors.TwoSignAReturn, "state <> 'Accepted' or (filed_by is not null and decided_by is not null and filed_by <> decided_by)");
        });
        builder.HasIndex(r => new { r.FirmId, r.Year, r.Version }).IsUnique();
        // One return of a year is at work, and one counts.
        builder.HasIndex(r => new { r.FirmId, r.Year }).IsUnique().HasFilter("state <> 'Accepted'").HasDatabaseName(DbErrors.OneReturnAtWork);
        builder.HasIndex(r => new { r.Year, r.State });
        builder.Property(r => r.SalesCny).HasPrecision(18, 2);
        builder.Property(r => r.OutputCny).HasPrecision(18, 2);
        builder.Property(r => r.ExportUsd).HasPrecision(18, 2);
        builder.Property(r => r.Note).HasMaxLength(YearlyReturn.LongestNote);
        builder.Property(r => r.Decision).HasMaxLength(YearlyReturn.LongestNote);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Firm>().WithMany().HasForeignKey(r => r.FirmId);
        builder.HasMany(r => r.Products).WithOne().HasForeignKey(p => p.ReturnId);
        builder.HasMany(r => r.Partners).WithOne().HasForeignKey(p => p.ReturnId);
    }

    public void Configure(EntityTypeBuilder<ReturnProduct> builder)
    {
        builder.ToTable("return_products", TradeMapping.Schema, table => table.HasCheckConstraint("what_was_made_is_not_negative", "output_kg >= 0 and coalesce(export_kg, 0) >= 0"));
        builder.HasKey(p => new { p.ReturnId, p.Product });
        builder.HasOne<Product>().WithMany().HasForeignKey(p => p.Product);
    }

    public void Configure(EntityTypeBuilder<ReturnPartner> builder)
    {
        builder.ToTable("return_partners", TradeMapping.Schema, table => table.HasCheckConstraint("a_partner_is_counted_in_whole_numbers", "interns >= 0 and joint_products >= 0"));
        builder.HasKey(p => new { p.ReturnId, p.Place });
        builder.Property(p => p.Name).HasMaxLength(ReturnPartner.LongestName);
    }

    public void Configure(EntityTypeBuilder<YearbookEdition> builder)
    {
        builder.ToTable("yearbook_editions", TradeMapping.Schema);
        builder.HasIndex(e => new { e.Year, e.Edition }).IsUnique();
        builder.Property(e => e.Why).HasMaxLength(400);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(e => e.CertificateId);
    }
}
