using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "access");

            migrationBuilder.EnsureSchema(
                name: "lab");

            migrationBuilder.EnsureSchema(
                name: "registry");

            migrationBuilder.EnsureSchema(
                name: "certificates");

            migrationBuilder.EnsureSchema(
                name: "trade");

            migrationBuilder.EnsureSchema(
                name: "trace");

            migrationBuilder.CreateTable(
                name: "accounts",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "analytes",
                schema: "lab",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    decimals = table.Column<int>(type: "integer", nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sort = table.Column<int>(type: "integer", nullable: false),
                    source_mark = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytes", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "claims",
                schema: "trade",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    product_scope = table.Column<string>(type: "text", nullable: true),
                    basis = table.Column<string>(type: "text", nullable: true),
                    flow = table.Column<string>(type: "text", nullable: true),
                    attribution = table.Column<string>(type: "text", nullable: true),
                    definition_zh = table.Column<string>(type: "text", nullable: false),
                    definition_en = table.Column<string>(type: "text", nullable: false),
                    source_zh = table.Column<string>(type: "text", nullable: false),
                    source_en = table.Column<string>(type: "text", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    source_mark = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claims", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counties",
                schema: "registry",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    province_zh = table.Column<string>(type: "text", nullable: false),
                    province_en = table.Column<string>(type: "text", nullable: false),
                    latitude_min = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    latitude_max = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    longitude_min = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    longitude_max = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    source_mark = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counties", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "countries",
                schema: "trade",
                columns: table => new
                {
                    code = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    source_mark = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_countries", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "deeds",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    actor_role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    deed = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    old = table.Column<string>(type: "jsonb", nullable: true),
                    @new = table.Column<string>(name: "new", type: "jsonb", nullable: true),
                    why = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deeds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "market_versions",
                schema: "lab",
                columns: table => new
                {
                    market = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    version = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source_mark = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_market_versions", x => new { x.market, x.version });
                });

            migrationBuilder.CreateTable(
                name: "plants",
                schema: "registry",
                columns: table => new
                {
                    latin_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    synonyms = table.Column<string[]>(type: "text[]", nullable: false),
                    toxic = table.Column<bool>(type: "boolean", nullable: false),
                    source_mark = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plants", x => x.latin_name);
                });

            migrationBuilder.CreateTable(
                name: "products",
                schema: "trace",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    sort = table.Column<int>(type: "integer", nullable: false),
                    source_mark = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_products", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                schema: "access",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_failures",
                schema: "access",
                columns: table => new
                {
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_failures", x => new { x.email, x.address });
                });

            migrationBuilder.CreateTable(
                name: "standards",
                schema: "lab",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    edition = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title_zh = table.Column<string>(type: "text", nullable: false),
                    title_en = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    in_force_from = table.Column<DateOnly>(type: "date", nullable: true),
                    in_force_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source_mark = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standards", x => new { x.code, x.edition });
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claims_accounts_user_id",
                        column: x => x.user_id,
                        principalSchema: "access",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                schema: "access",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_logins_accounts_user_id",
                        column: x => x.user_id,
                        principalSchema: "access",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                schema: "access",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_tokens_accounts_user_id",
                        column: x => x.user_id,
                        principalSchema: "access",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "api_tokens",
                schema: "access",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_tokens", x => x.hash);
                    table.ForeignKey(
                        name: "fk_api_tokens_accounts_account_id",
                        column: x => x.account_id,
                        principalSchema: "access",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "beekeepers",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    licence_number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name_zh = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name_en = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    phone = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    county = table.Column<string>(type: "character varying(6)", nullable: false),
                    licence_issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    licence_expires_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_beekeepers", x => x.id);
                    table.ForeignKey(
                        name: "fk_beekeepers_counties_county",
                        column: x => x.county,
                        principalSchema: "registry",
                        principalTable: "counties",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "firms",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    credit_code = table.Column<string>(type: "character(18)", fixedLength: true, maxLength: 18, nullable: false),
                    name_zh = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name_en = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    county = table.Column<string>(type: "character varying(6)", nullable: false),
                    address = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_firms", x => x.id);
                    table.ForeignKey(
                        name: "fk_firms_counties_county",
                        column: x => x.county,
                        principalSchema: "registry",
                        principalTable: "counties",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "nectar_sources",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plant = table.Column<string>(type: "character varying(120)", nullable: false),
                    region_zh = table.Column<string>(type: "text", nullable: false),
                    region_en = table.Column<string>(type: "text", nullable: false),
                    county = table.Column<string>(type: "text", nullable: true),
                    bloom_from = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    bloom_to = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    yield_low_kg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    yield_high_kg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    source_mark = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nectar_sources", x => x.id);
                    table.ForeignKey(
                        name: "fk_nectar_sources_plants_plant",
                        column: x => x.plant,
                        principalSchema: "registry",
                        principalTable: "plants",
                        principalColumn: "latin_name",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hs_codes",
                schema: "trade",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    product = table.Column<string>(type: "character varying(30)", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source_mark = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hs_codes", x => new { x.code, x.product });
                    table.ForeignKey(
                        name: "fk_hs_codes_products_product",
                        column: x => x.product,
                        principalSchema: "trace",
                        principalTable: "products",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "panel_items",
                schema: "lab",
                columns: table => new
                {
                    market = table.Column<string>(type: "character varying(10)", nullable: false),
                    version = table.Column<string>(type: "character varying(30)", nullable: false),
                    product = table.Column<string>(type: "character varying(30)", nullable: false),
                    analyte = table.Column<string>(type: "character varying(40)", nullable: false),
                    source_mark = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_items", x => new { x.market, x.version, x.product, x.analyte });
                    table.ForeignKey(
                        name: "fk_panel_items_analytes_analyte",
                        column: x => x.analyte,
                        principalSchema: "lab",
                        principalTable: "analytes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_panel_items_market_versions_market_version",
                        columns: x => new { x.market, x.version },
                        principalSchema: "lab",
                        principalTable: "market_versions",
                        principalColumns: new[] { "market", "version" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_panel_items_products_product",
                        column: x => x.product,
                        principalSchema: "trace",
                        principalTable: "products",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "limits",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    market = table.Column<string>(type: "text", nullable: false),
                    product = table.Column<string>(type: "character varying(30)", nullable: false),
                    analyte = table.Column<string>(type: "character varying(40)", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    comparator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    low = table.Column<decimal>(type: "numeric", nullable: true),
                    high = table.Column<decimal>(type: "numeric", nullable: true),
                    unit = table.Column<string>(type: "text", nullable: false),
                    nectar_rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    nectar_sources = table.Column<string[]>(type: "text[]", nullable: false),
                    species = table.Column<string>(type: "text", nullable: true),
                    grade = table.Column<string>(type: "text", nullable: true),
                    standard_code = table.Column<string>(type: "character varying(60)", nullable: true),
                    edition = table.Column<string>(type: "character varying(20)", nullable: true),
                    clause = table.Column<string>(type: "text", nullable: true),
                    in_force_from = table.Column<DateOnly>(type: "date", nullable: true),
                    in_force_to = table.Column<DateOnly>(type: "date", nullable: true),
                    rule_override = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    method = table.Column<string>(type: "text", nullable: true),
                    source_mark = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    verified = table.Column<bool>(type: "boolean", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_limits", x => x.id);
                    table.ForeignKey(
                        name: "fk_limits_analytes_analyte",
                        column: x => x.analyte,
                        principalSchema: "lab",
                        principalTable: "analytes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_limits_products_product",
                        column: x => x.product,
                        principalSchema: "trace",
                        principalTable: "products",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_limits_standards_standard_code_edition",
                        columns: x => new { x.standard_code, x.edition },
                        principalSchema: "lab",
                        principalTable: "standards",
                        principalColumns: new[] { "code", "edition" });
                });

            migrationBuilder.CreateTable(
                name: "apiaries",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    species = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    county = table.Column<string>(type: "character varying(6)", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    deregistered_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_apiaries", x => x.id);
                    table.ForeignKey(
                        name: "fk_apiaries_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_apiaries_counties_county",
                        column: x => x.county,
                        principalSchema: "registry",
                        principalTable: "counties",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exports",
                schema: "trade",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    product = table.Column<string>(type: "character varying(30)", nullable: false),
                    destination = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    net_kg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    hs_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exports", x => x.id);
                    table.CheckConstraint("an_export_has_mass", "net_kg > 0");
                    table.ForeignKey(
                        name: "fk_exports_countries_destination",
                        column: x => x.destination,
                        principalSchema: "trade",
                        principalTable: "countries",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_exports_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_exports_products_product",
                        column: x => x.product,
                        principalSchema: "trace",
                        principalTable: "products",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "firm_years",
                schema: "registry",
                columns: table => new
                {
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    sales_cny = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    output_cny = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_firm_years", x => new { x.firm_id, x.year });
                    table.ForeignKey(
                        name: "fk_firm_years_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "placements",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    apiary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: true),
                    latitude = table.Column<decimal>(type: "numeric(10,7)", precision: 10, scale: 7, nullable: false),
                    longitude = table.Column<decimal>(type: "numeric(10,7)", precision: 10, scale: 7, nullable: false),
                    entered_latitude = table.Column<decimal>(type: "numeric(10,7)", precision: 10, scale: 7, nullable: false),
                    entered_longitude = table.Column<decimal>(type: "numeric(10,7)", precision: 10, scale: 7, nullable: false),
                    entered_datum = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    accuracy_m = table.Column<decimal>(type: "numeric(10,1)", precision: 10, scale: 1, nullable: true),
                    colonies = table.Column<int>(type: "integer", nullable: false),
                    plant = table.Column<string>(type: "character varying(120)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placements", x => x.id);
                    table.CheckConstraint("a_placement_ends_after_it_begins", "until_day is null or until_day > from_day");
                    table.ForeignKey(
                        name: "fk_placements_apiaries_apiary_id",
                        column: x => x.apiary_id,
                        principalSchema: "registry",
                        principalTable: "apiaries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_placements_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_placements_plants_plant",
                        column: x => x.plant,
                        principalSchema: "registry",
                        principalTable: "plants",
                        principalColumn: "latin_name");
                });

            migrationBuilder.CreateTable(
                name: "lots",
                schema: "trace",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    apiary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<string>(type: "character varying(30)", nullable: false),
                    mass_kg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    harvested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    nectar_source = table.Column<string>(type: "character varying(120)", nullable: true),
                    species = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots", x => x.id);
                    table.CheckConstraint("a_lot_has_mass", "mass_kg > 0");
                    table.ForeignKey(
                        name: "fk_lots_apiaries_apiary_id",
                        column: x => x.apiary_id,
                        principalSchema: "registry",
                        principalTable: "apiaries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lots_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lots_placements_placement_id",
                        column: x => x.placement_id,
                        principalSchema: "registry",
                        principalTable: "placements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lots_plants_nectar_source",
                        column: x => x.nectar_source,
                        principalSchema: "registry",
                        principalTable: "plants",
                        principalColumn: "latin_name");
                    table.ForeignKey(
                        name: "fk_lots_products_product",
                        column: x => x.product,
                        principalSchema: "trace",
                        principalTable: "products",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "samples",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<string>(type: "text", nullable: false),
                    county = table.Column<string>(type: "character varying(6)", nullable: false),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    grade = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    drawn_on = table.Column<DateOnly>(type: "date", nullable: false),
                    drawn_by = table.Column<Guid>(type: "uuid", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    received_by = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_samples", x => x.id);
                    table.ForeignKey(
                        name: "fk_samples_counties_county",
                        column: x => x.county,
                        principalSchema: "registry",
                        principalTable: "counties",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_samples_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_samples_lots_lot_id",
                        column: x => x.lot_id,
                        principalSchema: "trace",
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "certificates",
                schema: "certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    content_sha256 = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    pdf = table.Column<byte[]>(type: "bytea", nullable: false),
                    pdf_sha256 = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificates_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_certificates_lots_lot_id",
                        column: x => x.lot_id,
                        principalSchema: "trace",
                        principalTable: "lots",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_certificates_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "evaluations",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    market = table.Column<string>(type: "text", nullable: false),
                    profile_version = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    evaluated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    evaluated_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluations", x => x.id);
                    table.ForeignKey(
                        name: "fk_evaluations_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "readings",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    analyte = table.Column<string>(type: "character varying(40)", nullable: false),
                    text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: true),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    lod = table.Column<decimal>(type: "numeric", nullable: true),
                    loq = table.Column<decimal>(type: "numeric", nullable: true),
                    uncertainty = table.Column<decimal>(type: "numeric", nullable: true),
                    method = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    supersedes = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readings", x => x.id);
                    table.ForeignKey(
                        name: "fk_readings_analytes_analyte",
                        column: x => x.analyte,
                        principalSchema: "lab",
                        principalTable: "analytes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_readings_readings_supersedes",
                        column: x => x.supersedes,
                        principalSchema: "lab",
                        principalTable: "readings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_readings_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_items",
                schema: "lab",
                columns: table => new
                {
                    evaluation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    analyte = table.Column<string>(type: "text", nullable: false),
                    reading_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reading_zh = table.Column<string>(type: "text", nullable: false),
                    reading_en = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    limit_zh = table.Column<string>(type: "text", nullable: true),
                    limit_en = table.Column<string>(type: "text", nullable: true),
                    standard = table.Column<string>(type: "text", nullable: true),
                    clause = table.Column<string>(type: "text", nullable: true),
                    method = table.Column<string>(type: "text", nullable: true),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    judged_value = table.Column<string>(type: "text", nullable: false),
                    printed_value = table.Column<string>(type: "text", nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false),
                    why_zh = table.Column<string>(type: "text", nullable: true),
                    why_en = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluation_items", x => new { x.evaluation_id, x.analyte });
                    table.ForeignKey(
                        name: "fk_evaluation_items_evaluations_evaluation_id",
                        column: x => x.evaluation_id,
                        principalSchema: "lab",
                        principalTable: "evaluations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_claims_user_id",
                schema: "access",
                table: "account_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_logins_user_id",
                schema: "access",
                table: "account_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                schema: "access",
                table: "accounts",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                schema: "access",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_tokens_account_id",
                schema: "access",
                table: "api_tokens",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_apiaries_beekeeper_id",
                schema: "registry",
                table: "apiaries",
                column: "beekeeper_id");

            migrationBuilder.CreateIndex(
                name: "ix_apiaries_code",
                schema: "registry",
                table: "apiaries",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_apiaries_county",
                schema: "registry",
                table: "apiaries",
                column: "county");

            migrationBuilder.CreateIndex(
                name: "a_licence_number_is_registered_once",
                schema: "registry",
                table: "beekeepers",
                column: "licence_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_beekeepers_county",
                schema: "registry",
                table: "beekeepers",
                column: "county");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_firm_id",
                schema: "certificates",
                table: "certificates",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_lot_id",
                schema: "certificates",
                table: "certificates",
                column: "lot_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_number",
                schema: "certificates",
                table: "certificates",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_pdf_sha256",
                schema: "certificates",
                table: "certificates",
                column: "pdf_sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_sample_id",
                schema: "certificates",
                table: "certificates",
                column: "sample_id");

            migrationBuilder.CreateIndex(
                name: "ix_claims_code",
                schema: "trade",
                table: "claims",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deeds_at",
                schema: "access",
                table: "deeds",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_deeds_subject_at",
                schema: "access",
                table: "deeds",
                columns: new[] { "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_evaluations_sample_id_market",
                schema: "lab",
                table: "evaluations",
                columns: new[] { "sample_id", "market" });

            migrationBuilder.CreateIndex(
                name: "ix_exports_destination",
                schema: "trade",
                table: "exports",
                column: "destination");

            migrationBuilder.CreateIndex(
                name: "ix_exports_firm_id_year_product_destination",
                schema: "trade",
                table: "exports",
                columns: new[] { "firm_id", "year", "product", "destination" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exports_product",
                schema: "trade",
                table: "exports",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_firms_county",
                schema: "registry",
                table: "firms",
                column: "county");

            migrationBuilder.CreateIndex(
                name: "ix_firms_credit_code",
                schema: "registry",
                table: "firms",
                column: "credit_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hs_codes_product",
                schema: "trade",
                table: "hs_codes",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_limits_analyte",
                schema: "lab",
                table: "limits",
                column: "analyte");

            migrationBuilder.CreateIndex(
                name: "ix_limits_market_product_analyte",
                schema: "lab",
                table: "limits",
                columns: new[] { "market", "product", "analyte" });

            migrationBuilder.CreateIndex(
                name: "ix_limits_product",
                schema: "lab",
                table: "limits",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_limits_standard_code_edition",
                schema: "lab",
                table: "limits",
                columns: new[] { "standard_code", "edition" });

            migrationBuilder.CreateIndex(
                name: "ix_lots_apiary_id",
                schema: "trace",
                table: "lots",
                column: "apiary_id");

            migrationBuilder.CreateIndex(
                name: "ix_lots_beekeeper_id",
                schema: "trace",
                table: "lots",
                column: "beekeeper_id");

            migrationBuilder.CreateIndex(
                name: "ix_lots_code",
                schema: "trace",
                table: "lots",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lots_firm_id_recorded_at",
                schema: "trace",
                table: "lots",
                columns: new[] { "firm_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_lots_nectar_source",
                schema: "trace",
                table: "lots",
                column: "nectar_source");

            migrationBuilder.CreateIndex(
                name: "ix_lots_placement_id",
                schema: "trace",
                table: "lots",
                column: "placement_id");

            migrationBuilder.CreateIndex(
                name: "ix_lots_product",
                schema: "trace",
                table: "lots",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_nectar_sources_plant_region_en_bloom_from",
                schema: "registry",
                table: "nectar_sources",
                columns: new[] { "plant", "region_en", "bloom_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_items_analyte",
                schema: "lab",
                table: "panel_items",
                column: "analyte");

            migrationBuilder.CreateIndex(
                name: "ix_panel_items_product",
                schema: "lab",
                table: "panel_items",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_placements_apiary_id",
                schema: "registry",
                table: "placements",
                column: "apiary_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_beekeeper_id",
                schema: "registry",
                table: "placements",
                column: "beekeeper_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_plant",
                schema: "registry",
                table: "placements",
                column: "plant");

            migrationBuilder.CreateIndex(
                name: "a_reading_is_superseded_once",
                schema: "lab",
                table: "readings",
                column: "supersedes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_readings_analyte",
                schema: "lab",
                table: "readings",
                column: "analyte");

            migrationBuilder.CreateIndex(
                name: "ix_readings_sample_id_analyte",
                schema: "lab",
                table: "readings",
                columns: new[] { "sample_id", "analyte" });

            migrationBuilder.CreateIndex(
                name: "ix_samples_code",
                schema: "lab",
                table: "samples",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_samples_county",
                schema: "lab",
                table: "samples",
                column: "county");

            migrationBuilder.CreateIndex(
                name: "ix_samples_drawn_on_product",
                schema: "lab",
                table: "samples",
                columns: new[] { "drawn_on", "product" });

            migrationBuilder.CreateIndex(
                name: "ix_samples_firm_id",
                schema: "lab",
                table: "samples",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_samples_lot_id",
                schema: "lab",
                table: "samples",
                column: "lot_id");

            migrationBuilder.CreateIndex(
                name: "ix_samples_status",
                schema: "lab",
                table: "samples",
                column: "status");

            migrationBuilder.SqlFile("functions/actor_v1");
            migrationBuilder.SqlFile("policies/all_v1");
            migrationBuilder.SqlFile("triggers/frozen_v1");
            migrationBuilder.SqlFile("functions/registry_v1");
            migrationBuilder.SqlFile("functions/lab_v1");
            migrationBuilder.SqlFile("functions/certificates_v1");
            migrationBuilder.SqlFile("functions/trade_v1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claims",
                schema: "access");

            migrationBuilder.DropTable(
                name: "account_logins",
                schema: "access");

            migrationBuilder.DropTable(
                name: "account_tokens",
                schema: "access");

            migrationBuilder.DropTable(
                name: "api_tokens",
                schema: "access");

            migrationBuilder.DropTable(
                name: "certificates",
                schema: "certificates");

            migrationBuilder.DropTable(
                name: "claims",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "deeds",
                schema: "access");

            migrationBuilder.DropTable(
                name: "evaluation_items",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "exports",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "firm_years",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "hs_codes",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "limits",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "nectar_sources",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "panel_items",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "protection_keys",
                schema: "access");

            migrationBuilder.DropTable(
                name: "readings",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "sign_in_failures",
                schema: "access");

            migrationBuilder.DropTable(
                name: "accounts",
                schema: "access");

            migrationBuilder.DropTable(
                name: "evaluations",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "countries",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "standards",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "market_versions",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "analytes",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "samples",
                schema: "lab");

            migrationBuilder.DropTable(
                name: "lots",
                schema: "trace");

            migrationBuilder.DropTable(
                name: "firms",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "placements",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "products",
                schema: "trace");

            migrationBuilder.DropTable(
                name: "apiaries",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "plants",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "beekeepers",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "counties",
                schema: "registry");
        }
    }
}
