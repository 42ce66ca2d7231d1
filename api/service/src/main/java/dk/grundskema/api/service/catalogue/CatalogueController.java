package dk.grundskema.api.service.catalogue;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.imports.table.template.TemplateWorkbook;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.catalogue.FileFormatSchemas;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.RuleType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operations on intervention types, rules, schemas and templates of this installation. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Catalogue")
final class CatalogueController {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PluginPlanningFacade planning;
    private final RequestTexts requestTexts;

    CatalogueController(PluginPlanningFacade planning, RequestTexts requestTexts) {
        this.planning = planning;
        this.requestTexts = requestTexts;
    }

    /**
     * An intervention type.
     *
     * @param id               its id; what problems name
     * @param name             what people call it
     * @param summary          what it is, in a sentence or two
     * @param category         where support is given
     * @param source           document and chapter that it is from
     * @param parameterVersion version of the form of its parameters
     * @param rules            the rules that it may bring
     * @param parameters       JSON Schema of its parameters with their defaults; {@code null} in lists
     */
    record PluginTypeView(
            String id,
            String name,
            String summary,
            InterventionType.Category category,
            String source,
            int parameterVersion,
            List<RuleTypeView> rules,

            @Schema(implementation = Json.JsonObject.class) @Nullable
            Json parameters) {}

    /**
     * A rule: one that every plan has, or that an intervention type may bring.
     *
     * @param id            its id; what weights name
     * @param name          what it is called
     * @param sentence      what it asks
     * @param level         how binding it is
     * @param defaultWeight what one unit of its penalty costs unless a problem says otherwise, which it can of soft rules
     * @param source        document and chapter that asks for it, or {@code ours}
     */
    record RuleTypeView(String id, String name, String sentence, Level level, long defaultWeight, String source) {}

    /**
     * The intervention types that are installed.
     *
     * @param items the types, in the order of their ids
     */
    record PluginTypeList(List<PluginTypeView> items) {}

    /**
     * All rules there are.
     *
     * @param items the rules: first those that every plan has, then those of each intervention type
     */
    record RuleTypeList(List<RuleTypeView> items) {}

    @GetMapping("/rules")
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(
            operationId = "listRules",
            summary =
                    "All rules: those that every plan has, whose ids begin with core, and those of intervention types.")
    RuleTypeList rules() {
        Texts texts = requestTexts.texts();
        return new RuleTypeList(Stream.concat(
                        Planner.coreRules().stream(),
                        planning.plugins().all().stream().flatMap(plugin -> plugin.ruleTypes().stream()))
                .map(rule -> view(rule, texts))
                .toList());
    }

    @GetMapping("/plugin-types")
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(
            operationId = "listPluginTypes",
            summary = "The intervention types that are installed, with their rules.")
    PluginTypeList types() {
        return new PluginTypeList(planning.plugins().all().stream()
                .map(plugin -> view(plugin, null))
                .toList());
    }

    @GetMapping("/plugin-types/{id}")
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(operationId = "getPluginType", summary = "An intervention type with the JSON Schema of its parameters.")
    PluginTypeView type(@PathVariable String id) {
        InterventionPlugin<?> plugin = planning.plugins().find(id).orElseThrow(RefusalException::notFound);
        return view(plugin, new FileFormatSchemas(planning.plugins()).parametersSchema(plugin));
    }

    private PluginTypeView view(InterventionPlugin<?> plugin, @Nullable Json parameters) {
        InterventionType type = plugin.type();
        Texts own = Texts.of(requestTexts.language(), plugin.texts(requestTexts.language()));
        Texts texts = requestTexts.texts();
        return new PluginTypeView(
                type.id(),
                own.text("type.name"),
                own.text("type.summary"),
                type.category(),
                type.source(),
                type.parameterVersion(),
                plugin.ruleTypes().stream().map(rule -> view(rule, texts)).toList(),
                parameters);
    }

    private static RuleTypeView view(RuleType rule, Texts texts) {
        String key = "rule." + rule.id();
        return new RuleTypeView(
                rule.id(),
                texts.text(key + ".name"),
                texts.text(key + ".sentence"),
                rule.level(),
                rule.defaultWeight(),
                rule.source());
    }

    /** @param name problem, timetable or import-mapping */
    @GetMapping(path = "/schemas/{name}", produces = "application/schema+json")
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(operationId = "getSchema", summary = "The JSON Schema of problem, timetable or import-mapping files.")
    ResponseEntity<byte[]> schema(@PathVariable String name) {
        String schema = switch (name) {
            case "problem" -> planning.problemSchema();
            case "timetable" -> planning.timetableSchema();
            case "import-mapping" -> planning.importMappingSchema();
            default -> throw RefusalException.notFound();
        };
        return ResponseEntity.ok(schema.getBytes(StandardCharsets.UTF_8));
    }

    /** @param type xlsx */
    @GetMapping(path = "/templates/{type}", produces = WORKBOOK)
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(
            operationId = "getTemplate",
            summary = "The workbook that people fill in for imports, by the type xlsx, in the caller's language.")
    ResponseEntity<byte[]> template(@PathVariable String type) {
        if (!type.equals("xlsx")) {
            throw RefusalException.notFound();
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("template.xlsx")
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(WORKBOOK))
                .body(new TemplateWorkbook(planning.inputLists(), requestTexts.language()).toBytes());
    }
}
