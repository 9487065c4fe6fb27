using BeeTrace.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class AccessMapping :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<ApiToken>, IEntityTypeConfiguration<SignInFailure>,
    IEntityTypeConfiguration<ProtectionKey>, IEntityTypeConfiguration<DeedRow>, IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    private const string Schema = "access";

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts", Schema);
        builder.Property(a => a.Name).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("account_claims", Schema);

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("account_logins", Schema);

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("account_tokens", Schema);

    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens", Schema);
        builder.HasKey(t => t.Hash);
        builder.Property(t => t.Hash).HasMaxLength(64);
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
    }

    public void Configure(EntityTypeBuilder<SignInFailure> builder)
    {
        builder.ToTable("sign_in_failures", Schema);
        builder.HasKey(f => new { f.Email, f.Address });
        builder.Property(f => f.Email).HasMaxLength(256);
        builder.Property(f => f.Address).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("protection_keys", Schema);
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<DeedRow> builder)
    {
        builder.ToTable("deeds", Schema);
        builder.Property(d => d.ActorName).HasMaxLength(80);
        builder.Property(d => d.Deed).HasMaxLength(60);
        builder.Property(d => d.Subject).HasMaxLength(256);
        builder.Property(d => d.Old).HasColumnType("jsonb");
        builder.Property(d => d.New).HasColumnType("jsonb");
        // The county reads deeds newest first, and those of one thing.
        builder.HasIndex(d => d.At);
        builder.HasIndex(d => new { d.Subject, d.At });
    }
}
