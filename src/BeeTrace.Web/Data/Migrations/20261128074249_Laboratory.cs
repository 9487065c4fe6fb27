using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Laboratory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_readings_analyte",
                schema: "lab",
                table: "readings");

            migrationBuilder.AddColumn<string>(
                name: "ended_why",
                schema: "lab",
                table: "samples",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rejection",
                schema: "lab",
                table: "samples",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "not_state",
                schema: "lab",
                table: "limits",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "proviso_analyte",
                schema: "lab",
                table: "limits",
                type: "character varying(40)",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "proviso_bound",
                schema: "lab",
                table: "limits",
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "proviso_comparator",
                schema: "lab",
                table: "limits",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "proviso_unit",
                schema: "lab",
                table: "limits",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                schema: "lab",
                table: "limits",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "control_series",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    analyte = table.Column<string>(type: "character varying(40)", nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    assigned_from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    mean = table.Column<decimal>(type: "numeric", nullable: true),
                    sd = table.Column<decimal>(type: "numeric", nullable: true),
                    baseline_count = table.Column<int>(type: "integer", nullable: true),
                    low = table.Column<decimal>(type: "numeric", nullable: true),
                    high = table.Column<decimal>(type: "numeric", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_control_series", x => x.id);
                    table.CheckConstraint("a_standard_deviation_is_positive", "(mean is null) = (sd is null) and (sd is null or sd > 0)");
                    table.ForeignKey(
                        name: "fk_control_series_analytes_analyte",
                        column: x => x.analyte,
                        principalSchema: "lab",
                        principalTable: "analytes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "laboratories",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    county = table.Column<string>(type: "character varying(6)", nullable: false),
                    name_zh = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    name_en = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    address_zh = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    address_en = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    postcode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    cma_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    cnas_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    scope = table.Column<string[]>(type: "text[]", nullable: false),
                    four_eyes = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_laboratories", x => x.id);
                    table.ForeignKey(
                        name: "fk_laboratories_counties_county",
                        column: x => x.county,
                        principalSchema: "registry",
                        principalTable: "counties",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lot_holds",
                schema: "trace",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    held_by = table.Column<Guid>(type: "uuid", nullable: false),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_by = table.Column<Guid>(type: "uuid", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    release_reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lot_holds", x => x.id);
                    table.CheckConstraint("a_hold_has_a_reason", "sample_id is not null or reason is not null");
                    table.ForeignKey(
                        name: "fk_lot_holds_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lot_holds_lots_lot_id",
                        column: x => x.lot_id,
                        principalSchema: "trace",
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lot_holds_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "methods",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<string>(type: "character varying(30)", nullable: false),
                    analyte = table.Column<string>(type: "character varying(40)", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    lod = table.Column<decimal>(type: "numeric", nullable: true),
                    loq = table.Column<decimal>(type: "numeric", nullable: true),
                    uncertainty_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    principle = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    accredited_cma = table.Column<bool>(type: "boolean", nullable: false),
                    accredited_cnas = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_methods", x => x.id);
                    table.ForeignKey(
                        name: "fk_methods_analytes_analyte",
                        column: x => x.analyte,
                        principalSchema: "lab",
                        principalTable: "analytes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_methods_products_product",
                        column: x => x.product,
                        principalSchema: "trace",
                        principalTable: "products",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "residue_parts",
                schema: "lab",
                columns: table => new
                {
                    market = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    analyte = table.Column<string>(type: "character varying(40)", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", nullable: false),
                    factor = table.Column<decimal>(type: "numeric", nullable: true),
                    expressed_as = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    bound = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source_mark = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_residue_parts", x => new { x.market, x.analyte, x.part });
                    table.ForeignKey(
                        name: "fk_residue_parts_analytes_analyte",
                        column: x => x.analyte,
                        principalSchema: "lab",
                        principalTable: "analytes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_residue_parts_analytes_part",
                        column: x => x.part,
                        principalSchema: "lab",
                        principalTable: "analytes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sampling_plans",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    planned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sampling_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "control_results",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    measured_on = table.Column<DateOnly>(type: "date", nullable: false),
                    first = table.Column<decimal>(type: "numeric", nullable: false),
                    second = table.Column<decimal>(type: "numeric", nullable: true),
                    added = table.Column<decimal>(type: "numeric", nullable: true),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    supersedes = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_control_results", x => x.id);
                    table.CheckConstraint("a_corrected_control_has_a_reason", "(supersedes is null) = (reason is null)");
                    table.ForeignKey(
                        name: "fk_control_results_control_results_supersedes",
                        column: x => x.supersedes,
                        principalSchema: "lab",
                        principalTable: "control_results",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_control_results_control_series_series_id",
                        column: x => x.series_id,
                        principalSchema: "lab",
                        principalTable: "control_series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    markets = table.Column<string[]>(type: "text[]", nullable: false),
                    languages = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    laboratory_id = table.Column<Guid>(type: "uuid", nullable: false),
                    four_eyes = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    prepared_by = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    supersedes = table.Column<Guid>(type: "uuid", nullable: true),
                    changes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ended_why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    content_sha256 = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: true),
                    pdf = table.Column<byte[]>(type: "bytea", nullable: true),
                    pdf_sha256 = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reports", x => x.id);
                    table.CheckConstraint("an_issued_report_is_frozen", "state not in ('Issued', 'Superseded', 'Invalidated') or (pdf is not null and pdf_sha256 is not null and content_sha256 is not null and issued_on is not null)");
                    table.ForeignKey(
                        name: "fk_reports_evaluations_evaluation_id",
                        column: x => x.evaluation_id,
                        principalSchema: "lab",
                        principalTable: "evaluations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reports_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reports_laboratories_laboratory_id",
                        column: x => x.laboratory_id,
                        principalSchema: "lab",
                        principalTable: "laboratories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reports_reports_supersedes",
                        column: x => x.supersedes,
                        principalSchema: "lab",
                        principalTable: "reports",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_reports_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "frozen_lists",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    value_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    value_digits = table.Column<int>(type: "integer", nullable: false),
                    value_day = table.Column<DateOnly>(type: "date", nullable: false),
                    frozen_by = table.Column<Guid>(type: "uuid", nullable: false),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    value = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    value_source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    drawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frozen_lists", x => x.id);
                    table.CheckConstraint("a_draw_has_its_value", "(value is null) = (drawn_at is null) and (value is null) = (value_source is null)");
                    table.CheckConstraint("a_public_value_comes_after_its_list", "value_day > (frozen_at at time zone 'Asia/Shanghai')::date");
                    table.ForeignKey(
                        name: "fk_frozen_lists_sampling_plans_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "lab",
                        principalTable: "sampling_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "objections",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    filed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    re_test_id = table.Column<Guid>(type: "uuid", nullable: true),
                    final_verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    concluded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    concluded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objections", x => x.id);
                    table.ForeignKey(
                        name: "fk_objections_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_objections_reports_report_id",
                        column: x => x.report_id,
                        principalSchema: "lab",
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_objections_samples_re_test_id",
                        column: x => x.re_test_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_objections_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "public_values",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_values", x => x.id);
                    table.ForeignKey(
                        name: "fk_public_values_frozen_lists_list_id",
                        column: x => x.list_id,
                        principalSchema: "lab",
                        principalTable: "frozen_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "strata",
                schema: "lab",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    product = table.Column<string>(type: "character varying(30)", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: true),
                    county = table.Column<string>(type: "character varying(6)", nullable: true),
                    first_month = table.Column<int>(type: "integer", nullable: false),
                    last_month = table.Column<int>(type: "integer", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    planned = table.Column<int>(type: "integer", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strata", x => new { x.plan_id, x.number });
                    table.CheckConstraint("a_season_runs_forward", "first_month between 1 and 12 and last_month between first_month and 12");
                    table.CheckConstraint("a_stratum_names_a_firm_or_a_county", "firm_id is null or county is null");
                    table.CheckConstraint("a_stratum_plans_samples", "planned > 0");
                    table.ForeignKey(
                        name: "fk_strata_counties_county",
                        column: x => x.county,
                        principalSchema: "registry",
                        principalTable: "counties",
                        principalColumn: "code");
                    table.ForeignKey(
                        name: "fk_strata_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_strata_frozen_lists_list_id",
                        column: x => x.list_id,
                        principalSchema: "lab",
                        principalTable: "frozen_lists",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_strata_products_product",
                        column: x => x.product,
                        principalSchema: "trace",
                        principalTable: "products",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_strata_sampling_plans_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "lab",
                        principalTable: "sampling_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "listed_lots",
                schema: "lab",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stratum = table.Column<int>(type: "integer", nullable: false),
                    lot = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listed_lots", x => new { x.plan_id, x.stratum, x.lot });
                    table.ForeignKey(
                        name: "fk_listed_lots_frozen_lists_list_id",
                        column: x => x.list_id,
                        principalSchema: "lab",
                        principalTable: "frozen_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_listed_lots_strata_plan_id_stratum",
                        columns: x => new { x.plan_id, x.stratum },
                        principalSchema: "lab",
                        principalTable: "strata",
                        principalColumns: new[] { "plan_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "picks",
                schema: "lab",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stratum = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    lot = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    replaces = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    picked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    picked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_picks", x => new { x.plan_id, x.stratum, x.place });
                    table.CheckConstraint("a_replacement_has_a_reason", "(replaces is null) = (reason is null) and (replaces is null) = (why is null)");
                    table.ForeignKey(
                        name: "fk_picks_listed_lots_plan_id_stratum_lot",
                        columns: x => new { x.plan_id, x.stratum, x.lot },
                        principalSchema: "lab",
                        principalTable: "listed_lots",
                        principalColumns: new[] { "plan_id", "stratum", "lot" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_readings_analyte_sample_id",
                schema: "lab",
                table: "readings",
                columns: new[] { "analyte", "sample_id" });

            migrationBuilder.CreateIndex(
                name: "ix_limits_proviso_analyte",
                schema: "lab",
                table: "limits",
                column: "proviso_analyte");

            migrationBuilder.CreateIndex(
                name: "a_control_result_is_superseded_once",
                schema: "lab",
                table: "control_results",
                column: "supersedes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_control_results_series_id_measured_on",
                schema: "lab",
                table: "control_results",
                columns: new[] { "series_id", "measured_on" });

            migrationBuilder.CreateIndex(
                name: "a_control_series_has_one_code",
                schema: "lab",
                table: "control_series",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_control_series_analyte",
                schema: "lab",
                table: "control_series",
                column: "analyte");

            migrationBuilder.CreateIndex(
                name: "ix_frozen_lists_plan_id_number",
                schema: "lab",
                table: "frozen_lists",
                columns: new[] { "plan_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_laboratories_county_recorded_at",
                schema: "lab",
                table: "laboratories",
                columns: new[] { "county", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_listed_lots_list_id",
                schema: "lab",
                table: "listed_lots",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "ix_lot_holds_firm_id",
                schema: "trace",
                table: "lot_holds",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_lot_holds_held_at",
                schema: "trace",
                table: "lot_holds",
                column: "held_at",
                filter: "released_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_lot_holds_lot_id",
                schema: "trace",
                table: "lot_holds",
                column: "lot_id");

            migrationBuilder.CreateIndex(
                name: "ix_lot_holds_sample_id",
                schema: "trace",
                table: "lot_holds",
                column: "sample_id");

            migrationBuilder.CreateIndex(
                name: "a_method_is_used_once_at_a_time",
                schema: "lab",
                table: "methods",
                columns: new[] { "product", "analyte", "code" },
                unique: true,
                filter: "valid_to is null");

            migrationBuilder.CreateIndex(
                name: "ix_methods_analyte",
                schema: "lab",
                table: "methods",
                column: "analyte");

            migrationBuilder.CreateIndex(
                name: "a_sample_is_objected_to_once",
                schema: "lab",
                table: "objections",
                column: "sample_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objections_firm_id",
                schema: "lab",
                table: "objections",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_objections_re_test_id",
                schema: "lab",
                table: "objections",
                column: "re_test_id");

            migrationBuilder.CreateIndex(
                name: "ix_objections_report_id",
                schema: "lab",
                table: "objections",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "a_drawn_lot_is_replaced_once",
                schema: "lab",
                table: "picks",
                columns: new[] { "plan_id", "stratum", "replaces" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_picks_plan_id_stratum_lot",
                schema: "lab",
                table: "picks",
                columns: new[] { "plan_id", "stratum", "lot" });

            migrationBuilder.CreateIndex(
                name: "ix_public_values_list_id",
                schema: "lab",
                table: "public_values",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "a_report_is_superseded_once",
                schema: "lab",
                table: "reports",
                column: "supersedes",
                unique: true,
                filter: "state <> 'Cancelled'");

            migrationBuilder.CreateIndex(
                name: "ix_reports_evaluation_id",
                schema: "lab",
                table: "reports",
                column: "evaluation_id");

            migrationBuilder.CreateIndex(
                name: "ix_reports_firm_id",
                schema: "lab",
                table: "reports",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_reports_laboratory_id",
                schema: "lab",
                table: "reports",
                column: "laboratory_id");

            migrationBuilder.CreateIndex(
                name: "ix_reports_number",
                schema: "lab",
                table: "reports",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reports_state",
                schema: "lab",
                table: "reports",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "one_report_of_a_sample_is_at_work",
                schema: "lab",
                table: "reports",
                column: "sample_id",
                unique: true,
                filter: "state in ('Draft', 'Reviewed', 'Approved')");

            migrationBuilder.CreateIndex(
                name: "ix_residue_parts_analyte",
                schema: "lab",
                table: "residue_parts",
                column: "analyte");

            migrationBuilder.CreateIndex(
                name: "ix_residue_parts_part",
                schema: "lab",
                table: "residue_parts",
                column: "part");

            migrationBuilder.CreateIndex(
                name: "ix_sampling_plans_code",
                schema: "lab",
                table: "sampling_plans",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_strata_county",
                schema: "lab",
                table: "strata",
                column: "county");

            migrationBuilder.CreateIndex(
                name: "ix_strata_firm_id",
                schema: "lab",
                table: "strata",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_strata_list_id",
                schema: "lab",
                table: "strata",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "ix_strata_product",
                schema: "lab",
                table: "strata",
                column: "product");

            migrationBuilder.AddForeignKey(
                name: "fk_limits_analytes_proviso_analyte",
                schema: "lab",
                table: "limits",
                column: "proviso_analyte",
                principalSchema: "lab",
                principalTable: "analytes",
                principalColumn: "code");

            migrationBuilder.SqlFile("policies/lab_v1");
            migrationBuilder.SqlFile("policies/methods_v1");
            migrationBuilder.SqlFile("policies/holds_v1");
            migrationBuilder.SqlFile("policies/plans_v1");
            migrationBuilder.SqlFile("policies/quality_v1");
            migrationBuilder.SqlFile("policies/reports_v1");
            migrationBuilder.SqlFile("policies/objections_v1");
            migrationBuilder.SqlFile("triggers/samples_v2");
            migrationBuilder.SqlFile("triggers/plans_v1");
            migrationBuilder.SqlFile("triggers/reports_v1");
            migrationBuilder.SqlFile("triggers/objections_v1");
            migrationBuilder.SqlFile("functions/plans_v1");
            migrationBuilder.SqlFile("functions/reports_v1");
            migrationBuilder.SqlFile("functions/usual_v1");
            migrationBuilder.SqlFile("functions/rates_v1");
        }
    }
}
