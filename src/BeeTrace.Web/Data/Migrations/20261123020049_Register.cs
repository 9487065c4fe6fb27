using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Register : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was called nectar source is the calendar of blooms; a nectar source is a place from now on.
            migrationBuilder.Sql(
                """
                alter table registry.nectar_sources rename to blooms;
                alter table registry.blooms rename constraint pk_nectar_sources to pk_blooms;
                alter table registry.blooms rename constraint fk_nectar_sources_plants_plant to fk_blooms_plants_plant;
                alter index registry.ix_nectar_sources_plant_region_en_bloom_from rename to ix_blooms_plant_region_en_bloom_from;
                """);

            migrationBuilder.EnsureSchema(
                name: "import");

            migrationBuilder.EnsureSchema(
                name: "map");

            migrationBuilder.AddColumn<string>(
                name: "place_name",
                schema: "registry",
                table: "placements",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "quarantine_certificate",
                schema: "registry",
                table: "placements",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "identity_number_hash",
                schema: "registry",
                table: "beekeepers",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "identity_number_sealed",
                schema: "registry",
                table: "beekeepers",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                schema: "registry",
                table: "beekeepers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "shows_name",
                schema: "registry",
                table: "beekeepers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "state",
                schema: "registry",
                table: "beekeepers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Confirmed");

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                schema: "registry",
                table: "apiaries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                schema: "registry",
                table: "apiaries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Confirmed");

            migrationBuilder.CreateTable(
                name: "nectar_sources",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    plant = table.Column<string>(type: "character varying(120)", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    county = table.Column<string>(type: "character varying(6)", nullable: false),
                    geojson = table.Column<string>(type: "text", nullable: false),
                    entered_geojson = table.Column<string>(type: "text", nullable: false),
                    entered_datum = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area_mu = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    bloom_from = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    bloom_to = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    registered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true)
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
                    table.ForeignKey(
                        name: "fk_nectar_sources_counties_county",
                        column: x => x.county,
                        principalSchema: "registry",
                        principalTable: "counties",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "colony_counts",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    apiary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    colonies = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_colony_counts", x => x.id);
                    table.ForeignKey(
                        name: "fk_colony_counts_apiaries_apiary_id",
                        column: x => x.apiary_id,
                        principalSchema: "registry",
                        principalTable: "apiaries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_colony_counts_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "column_maps",
                schema: "import",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    header = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    columns = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_column_maps", x => new { x.account_id, x.kind, x.header });
                });

            migrationBuilder.CreateTable(
                name: "drafted_standards",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title_zh = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    title_en = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafted_standards", x => x.id);
                    table.ForeignKey(
                        name: "fk_drafted_standards_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "base_filings",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    filing_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    county = table.Column<string>(type: "character varying(6)", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_base_filings", x => x.id);
                    table.CheckConstraint("a_base_ends_after_it_begins", "until_day is null or until_day > from_day");
                    table.ForeignKey(
                        name: "fk_base_filings_counties_county",
                        column: x => x.county,
                        principalSchema: "registry",
                        principalTable: "counties",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_base_filings_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "field_entries",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    versions = table.Column<string>(type: "jsonb", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_field_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_field_entries_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "harvests",
                schema: "trace",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    apiary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<string>(type: "character varying(30)", nullable: false),
                    mass_kg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    harvested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    plant = table.Column<string>(type: "character varying(120)", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    supersedes = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_harvests", x => x.id);
                    table.ForeignKey(
                        name: "fk_harvests_apiaries_apiary_id",
                        column: x => x.apiary_id,
                        principalSchema: "registry",
                        principalTable: "apiaries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_harvests_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_harvests_harvests_supersedes",
                        column: x => x.supersedes,
                        principalSchema: "trace",
                        principalTable: "harvests",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_harvests_placements_placement_id",
                        column: x => x.placement_id,
                        principalSchema: "registry",
                        principalTable: "placements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_harvests_plants_plant",
                        column: x => x.plant,
                        principalSchema: "registry",
                        principalTable: "plants",
                        principalColumn: "latin_name");
                    table.ForeignKey(
                        name: "fk_harvests_products_product",
                        column: x => x.product,
                        principalSchema: "trace",
                        principalTable: "products",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "honours",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title_zh = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    title_en = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    evidence = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_honours", x => x.id);
                    table.ForeignKey(
                        name: "fk_honours_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inspections",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    apiary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    colonies_inspected = table.Column<int>(type: "integer", nullable: true),
                    findings = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    inspected_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspections", x => x.id);
                    table.ForeignKey(
                        name: "fk_inspections_apiaries_apiary_id",
                        column: x => x.apiary_id,
                        principalSchema: "registry",
                        principalTable: "apiaries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_inspections_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                schema: "map",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    geojson = table.Column<string>(type: "text", nullable: false),
                    radius_m = table.Column<int>(type: "integer", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    subject = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                    table.CheckConstraint("a_notice_ends_after_it_begins", "to_day >= from_day");
                });

            migrationBuilder.CreateTable(
                name: "photos",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    apiary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_photos_apiaries_apiary_id",
                        column: x => x.apiary_id,
                        principalSchema: "registry",
                        principalTable: "apiaries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_photos_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "runs",
                schema: "import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    written = table.Column<int>(type: "integer", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "treatments",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    apiary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    colonies = table.Column<int>(type: "integer", nullable: false),
                    indication = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    medicine = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    approval_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    batch_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    medicine_expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    active_substance = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    dose = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    route = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawal_days = table.Column<int>(type: "integer", nullable: true),
                    supers_on = table.Column<bool>(type: "boolean", nullable: true),
                    given_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    supplier = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    remarks = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    supersedes = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_treatments", x => x.id);
                    table.CheckConstraint("a_treatment_ends_after_it_begins", "ended_on is null or ended_on >= started_on");
                    table.CheckConstraint("a_withdrawal_period_is_not_negative", "withdrawal_days is null or withdrawal_days >= 0");
                    table.ForeignKey(
                        name: "fk_treatments_apiaries_apiary_id",
                        column: x => x.apiary_id,
                        principalSchema: "registry",
                        principalTable: "apiaries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_treatments_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_treatments_treatments_supersedes",
                        column: x => x.supersedes,
                        principalSchema: "registry",
                        principalTable: "treatments",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "base_members",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    base_id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_base_members", x => x.id);
                    table.CheckConstraint("a_member_leaves_after_joining", "until_day is null or until_day > from_day");
                    table.ForeignKey(
                        name: "fk_base_members_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_base_members_base_filings_base_id",
                        column: x => x.base_id,
                        principalSchema: "registry",
                        principalTable: "base_filings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_base_members_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "disease_reports",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    apiary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    disease = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    colonies_affected = table.Column<int>(type: "integer", nullable: true),
                    signs = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    inspection_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reported_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disease_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_disease_reports_apiaries_apiary_id",
                        column: x => x.apiary_id,
                        principalSchema: "registry",
                        principalTable: "apiaries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_disease_reports_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_disease_reports_inspections_inspection_id",
                        column: x => x.inspection_id,
                        principalSchema: "registry",
                        principalTable: "inspections",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "notice_recipients",
                schema: "map",
                columns: table => new
                {
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    apiary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    distance_m = table.Column<int>(type: "integer", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mailed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_recipients", x => new { x.notice_id, x.apiary_id });
                    table.ForeignKey(
                        name: "fk_notice_recipients_apiaries_apiary_id",
                        column: x => x.apiary_id,
                        principalSchema: "registry",
                        principalTable: "apiaries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notice_recipients_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notice_recipients_notices_notice_id",
                        column: x => x.notice_id,
                        principalSchema: "map",
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rows",
                schema: "import",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    row_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rows", x => new { x.run_id, x.number });
                    table.ForeignKey(
                        name: "fk_rows_runs_run_id",
                        column: x => x.run_id,
                        principalSchema: "import",
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_nectar_sources_code",
                schema: "registry",
                table: "nectar_sources",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_nectar_sources_county",
                schema: "registry",
                table: "nectar_sources",
                column: "county");

            migrationBuilder.CreateIndex(
                name: "ix_nectar_sources_plant",
                schema: "registry",
                table: "nectar_sources",
                column: "plant");

            migrationBuilder.CreateIndex(
                name: "ix_beekeepers_identity_number_hash",
                schema: "registry",
                table: "beekeepers",
                column: "identity_number_hash",
                filter: "identity_number_hash is not null");

            migrationBuilder.CreateIndex(
                name: "ix_beekeepers_merged_into",
                schema: "registry",
                table: "beekeepers",
                column: "merged_into");

            migrationBuilder.CreateIndex(
                name: "ix_beekeepers_phone",
                schema: "registry",
                table: "beekeepers",
                column: "phone",
                filter: "phone is not null");

            migrationBuilder.CreateIndex(
                name: "ix_apiaries_merged_into",
                schema: "registry",
                table: "apiaries",
                column: "merged_into");

            migrationBuilder.CreateIndex(
                name: "ix_base_members_base_id",
                schema: "registry",
                table: "base_members",
                column: "base_id");

            migrationBuilder.CreateIndex(
                name: "ix_base_members_beekeeper_id",
                schema: "registry",
                table: "base_members",
                column: "beekeeper_id");

            migrationBuilder.CreateIndex(
                name: "ix_base_members_firm_id",
                schema: "registry",
                table: "base_members",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_colony_counts_apiary_id_on_day",
                schema: "registry",
                table: "colony_counts",
                columns: new[] { "apiary_id", "on_day" });

            migrationBuilder.CreateIndex(
                name: "ix_colony_counts_beekeeper_id",
                schema: "registry",
                table: "colony_counts",
                column: "beekeeper_id");

            migrationBuilder.CreateIndex(
                name: "ix_disease_reports_apiary_id_disease_on_day",
                schema: "registry",
                table: "disease_reports",
                columns: new[] { "apiary_id", "disease", "on_day" });

            migrationBuilder.CreateIndex(
                name: "ix_disease_reports_beekeeper_id",
                schema: "registry",
                table: "disease_reports",
                column: "beekeeper_id");

            migrationBuilder.CreateIndex(
                name: "ix_disease_reports_inspection_id",
                schema: "registry",
                table: "disease_reports",
                column: "inspection_id");

            migrationBuilder.CreateIndex(
                name: "ix_drafted_standards_firm_id_number",
                schema: "registry",
                table: "drafted_standards",
                columns: new[] { "firm_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "a_base_is_filed_once",
                schema: "registry",
                table: "base_filings",
                column: "filing_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_base_filings_county",
                schema: "registry",
                table: "base_filings",
                column: "county");

            migrationBuilder.CreateIndex(
                name: "ix_base_filings_firm_id",
                schema: "registry",
                table: "base_filings",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_field_entries_beekeeper_id_received_at",
                schema: "registry",
                table: "field_entries",
                columns: new[] { "beekeeper_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "a_harvest_is_superseded_once",
                schema: "trace",
                table: "harvests",
                column: "supersedes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_harvests_apiary_id_harvested_on",
                schema: "trace",
                table: "harvests",
                columns: new[] { "apiary_id", "harvested_on" });

            migrationBuilder.CreateIndex(
                name: "ix_harvests_beekeeper_id",
                schema: "trace",
                table: "harvests",
                column: "beekeeper_id");

            migrationBuilder.CreateIndex(
                name: "ix_harvests_placement_id",
                schema: "trace",
                table: "harvests",
                column: "placement_id");

            migrationBuilder.CreateIndex(
                name: "ix_harvests_plant",
                schema: "trace",
                table: "harvests",
                column: "plant");

            migrationBuilder.CreateIndex(
                name: "ix_harvests_product",
                schema: "trace",
                table: "harvests",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_honours_firm_id",
                schema: "registry",
                table: "honours",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_inspections_apiary_id_on_day",
                schema: "registry",
                table: "inspections",
                columns: new[] { "apiary_id", "on_day" });

            migrationBuilder.CreateIndex(
                name: "ix_inspections_beekeeper_id",
                schema: "registry",
                table: "inspections",
                column: "beekeeper_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_recipients_apiary_id",
                schema: "map",
                table: "notice_recipients",
                column: "apiary_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_recipients_beekeeper_id",
                schema: "map",
                table: "notice_recipients",
                column: "beekeeper_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_code",
                schema: "map",
                table: "notices",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_photos_apiary_id",
                schema: "registry",
                table: "photos",
                column: "apiary_id");

            migrationBuilder.CreateIndex(
                name: "ix_photos_beekeeper_id",
                schema: "registry",
                table: "photos",
                column: "beekeeper_id");

            migrationBuilder.CreateIndex(
                name: "ix_runs_at",
                schema: "import",
                table: "runs",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "a_treatment_is_superseded_once",
                schema: "registry",
                table: "treatments",
                column: "supersedes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_treatments_apiary_id_started_on",
                schema: "registry",
                table: "treatments",
                columns: new[] { "apiary_id", "started_on" });

            migrationBuilder.CreateIndex(
                name: "ix_treatments_beekeeper_id",
                schema: "registry",
                table: "treatments",
                column: "beekeeper_id");

            migrationBuilder.AddForeignKey(
                name: "fk_apiaries_apiaries_merged_into",
                schema: "registry",
                table: "apiaries",
                column: "merged_into",
                principalSchema: "registry",
                principalTable: "apiaries",
                principalColumn: "id");

            migrationBuilder.AddForeignKey(
                name: "fk_beekeepers_beekeepers_merged_into",
                schema: "registry",
                table: "beekeepers",
                column: "merged_into",
                principalSchema: "registry",
                principalTable: "beekeepers",
                principalColumn: "id");

            migrationBuilder.SqlFile("functions/moment_v1");
            migrationBuilder.SqlFile("policies/register_v1");
            migrationBuilder.SqlFile("functions/register_v1");
            migrationBuilder.SqlFile("functions/places_v1");
            migrationBuilder.SqlFile("functions/map_v1");
            migrationBuilder.SqlFile("functions/notices_v1");
            migrationBuilder.SqlFile("functions/search_v1");
            migrationBuilder.SqlFile("functions/steward_v1");
            // Apiaries that were registered before there was a map.
            migrationBuilder.Sql("select registry.settle_day(), registry.fold_grid()");
            migrationBuilder.SqlFile("functions/import_v1");
            migrationBuilder.SqlFile("functions/export_v1");
        }
    }
}
