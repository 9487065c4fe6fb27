using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class TradeAndFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "year",
                schema: "trade",
                table: "claims",
                newName: "revision");

            migrationBuilder.AddColumn<string>(
                name: "market",
                schema: "trade",
                table: "countries",
                type: "character varying(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "decimals",
                schema: "trade",
                table: "claims",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "from",
                schema: "trade",
                table: "claims",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "to",
                schema: "trade",
                table: "claims",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "consignments",
                schema: "trade",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    destination = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    incoterm = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    container = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    seal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    declared_on = table.Column<DateOnly>(type: "date", nullable: true),
                    shipped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_consignments_certificates_statement_id",
                        column: x => x.statement_id,
                        principalSchema: "certificates",
                        principalTable: "certificates",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_consignments_countries_destination",
                        column: x => x.destination,
                        principalSchema: "trade",
                        principalTable: "countries",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consignments_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "figure_definitions",
                schema: "trade",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    product_scope = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    flow = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    attribution = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    sort = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figure_definitions", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "market_releases",
                schema: "trade",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    market = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    released_by = table.Column<Guid>(type: "uuid", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_market_releases", x => x.id);
                    table.ForeignKey(
                        name: "fk_market_releases_lots_lot_id",
                        column: x => x.lot_id,
                        principalSchema: "trace",
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "returns",
                schema: "trade",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sales_cny = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    output_cny = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    export_usd = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    employees = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    filed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    filed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    superseded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_returns", x => x.id);
                    table.CheckConstraint("a_return_has_no_negative_figure", "coalesce(sales_cny, 0) >= 0 and coalesce(output_cny, 0) >= 0 and coalesce(export_usd, 0) >= 0 and coalesce(employees, 0) >= 0");
                    table.CheckConstraint("two_people_sign_a_return", "state <> 'Accepted' or (filed_by is not null and decided_by is not null and filed_by <> decided_by)");
                    table.ForeignKey(
                        name: "fk_returns_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "yearbook_editions",
                schema: "trade",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    certificate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    published_by = table.Column<Guid>(type: "uuid", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_yearbook_editions", x => x.id);
                    table.ForeignKey(
                        name: "fk_yearbook_editions_certificates_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "certificates",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consigned_lots",
                schema: "trade",
                columns: table => new
                {
                    consignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    certificate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    net_kg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    packages = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consigned_lots", x => new { x.consignment_id, x.lot_id });
                    table.CheckConstraint("what_is_consigned_has_a_mass", "net_kg > 0 and (packages is null or packages > 0)");
                    table.ForeignKey(
                        name: "fk_consigned_lots_certificates_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "certificates",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consigned_lots_consignments_consignment_id",
                        column: x => x.consignment_id,
                        principalSchema: "trade",
                        principalTable: "consignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consigned_lots_lots_lot_id",
                        column: x => x.lot_id,
                        principalSchema: "trace",
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "declarations",
                schema: "trade",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character(18)", fixedLength: true, maxLength: 18, nullable: false),
                    item = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consignment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    declared_on = table.Column<DateOnly>(type: "date", nullable: false),
                    product = table.Column<string>(type: "character varying(30)", nullable: false),
                    hs_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    destination = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    trade_mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    registered_place = table.Column<string>(type: "character(6)", fixedLength: true, maxLength: 6, nullable: false),
                    source_place = table.Column<string>(type: "character(6)", fixedLength: true, maxLength: 6, nullable: false),
                    packages = table.Column<int>(type: "integer", nullable: true),
                    net_kg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    gross_kg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    value_usd = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    value_cny = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    is_void = table.Column<bool>(type: "boolean", nullable: false),
                    superseded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declarations", x => x.id);
                    table.CheckConstraint("a_correction_says_why", "version > 0 and item > 0 and (version > 1) = (why is not null)");
                    table.CheckConstraint("a_declaration_has_mass", "net_kg > 0 and (gross_kg is null or gross_kg >= net_kg)");
                    table.CheckConstraint("a_declared_value_is_not_negative", "coalesce(value_usd, 0) >= 0 and coalesce(value_cny, 0) >= 0");
                    table.ForeignKey(
                        name: "fk_declarations_consignments_consignment_id",
                        column: x => x.consignment_id,
                        principalSchema: "trade",
                        principalTable: "consignments",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_declarations_countries_destination",
                        column: x => x.destination,
                        principalSchema: "trade",
                        principalTable: "countries",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_declarations_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_declarations_products_product",
                        column: x => x.product,
                        principalSchema: "trace",
                        principalTable: "products",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_partners",
                schema: "trade",
                columns: table => new
                {
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    interns = table.Column<int>(type: "integer", nullable: false),
                    joint_products = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_partners", x => new { x.return_id, x.place });
                    table.CheckConstraint("a_partner_is_counted_in_whole_numbers", "interns >= 0 and joint_products >= 0");
                    table.ForeignKey(
                        name: "fk_return_partners_returns_return_id",
                        column: x => x.return_id,
                        principalSchema: "trade",
                        principalTable: "returns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_products",
                schema: "trade",
                columns: table => new
                {
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<string>(type: "character varying(30)", nullable: false),
                    output_kg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    export_kg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_products", x => new { x.return_id, x.product });
                    table.CheckConstraint("what_was_made_is_not_negative", "output_kg >= 0 and coalesce(export_kg, 0) >= 0");
                    table.ForeignKey(
                        name: "fk_return_products_products_product",
                        column: x => x.product,
                        principalSchema: "trace",
                        principalTable: "products",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_return_products_returns_return_id",
                        column: x => x.return_id,
                        principalSchema: "trade",
                        principalTable: "returns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // A claim was of a whole year so far; decimals that nobody printed are not kept.
            migrationBuilder.Sql(
                """
                update trade.claims set "from" = make_date(revision, 1, 1), "to" = make_date(revision, 12, 31), decimals = scale(trim_scale(value)), revision = 1;
                update trade.countries set market = code;
                """);

            migrationBuilder.AddCheckConstraint(
                name: "a_claim_ends_after_it_begins",
                schema: "trade",
                table: "claims",
                sql: "\"to\" >= \"from\"");

            migrationBuilder.CreateIndex(
                name: "ix_consigned_lots_certificate_id",
                schema: "trade",
                table: "consigned_lots",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_consigned_lots_lot_id",
                schema: "trade",
                table: "consigned_lots",
                column: "lot_id");

            migrationBuilder.CreateIndex(
                name: "ix_consignments_code",
                schema: "trade",
                table: "consignments",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consignments_destination",
                schema: "trade",
                table: "consignments",
                column: "destination");

            migrationBuilder.CreateIndex(
                name: "ix_consignments_firm_id_state",
                schema: "trade",
                table: "consignments",
                columns: new[] { "firm_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_consignments_statement_id",
                schema: "trade",
                table: "consignments",
                column: "statement_id");

            migrationBuilder.CreateIndex(
                name: "an_item_is_declared_once",
                schema: "trade",
                table: "declarations",
                columns: new[] { "number", "item" },
                unique: true,
                filter: "superseded_by is null");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_consignment_id",
                schema: "trade",
                table: "declarations",
                column: "consignment_id");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_destination",
                schema: "trade",
                table: "declarations",
                column: "destination");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_firm_id_declared_on",
                schema: "trade",
                table: "declarations",
                columns: new[] { "firm_id", "declared_on" });

            migrationBuilder.CreateIndex(
                name: "ix_declarations_number_item_version",
                schema: "trade",
                table: "declarations",
                columns: new[] { "number", "item", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_declarations_product_declared_on",
                schema: "trade",
                table: "declarations",
                columns: new[] { "product", "declared_on" },
                filter: "superseded_by is null and not is_void");

            migrationBuilder.CreateIndex(
                name: "ix_market_releases_lot_id_market",
                schema: "trade",
                table: "market_releases",
                columns: new[] { "lot_id", "market" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_return_products_product",
                schema: "trade",
                table: "return_products",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_returns_firm_id_year_version",
                schema: "trade",
                table: "returns",
                columns: new[] { "firm_id", "year", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_returns_year_state",
                schema: "trade",
                table: "returns",
                columns: new[] { "year", "state" });

            migrationBuilder.CreateIndex(
                name: "one_return_of_a_year_is_at_work",
                schema: "trade",
                table: "returns",
                columns: new[] { "firm_id", "year" },
                unique: true,
                filter: "state <> 'Accepted'");

            migrationBuilder.CreateIndex(
                name: "ix_yearbook_editions_certificate_id",
                schema: "trade",
                table: "yearbook_editions",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_yearbook_editions_year_edition",
                schema: "trade",
                table: "yearbook_editions",
                columns: new[] { "year", "edition" },
                unique: true);

            migrationBuilder.SqlFile("triggers/trade_v1");
            migrationBuilder.SqlFile("policies/trade_v1");
            migrationBuilder.SqlFile("functions/trade_v2");
        }
    }
}
