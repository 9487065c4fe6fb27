using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Plans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_frozen_lists_plan_id_number",
                schema: "lab",
                table: "frozen_lists",
                columns: new[] { "plan_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_listed_lots_list_id",
                schema: "lab",
                table: "listed_lots",
                column: "list_id");

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

            migrationBuilder.SqlFile("policies/plans_v1");
            migrationBuilder.SqlFile("triggers/plans_v1");
            migrationBuilder.SqlFile("functions/plans_v1");
        }
    }
}
