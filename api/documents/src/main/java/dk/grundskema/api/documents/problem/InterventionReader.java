package dk.grundskema.api.documents.problem;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.intervention.UnreadParameters;
import dk.grundskema.solver.registry.PluginCallWatch;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads interventions. The format of their parameters depends on their type, and may be of an earlier version. */
final class InterventionReader implements RecordReader.CustomTypeReader {
    /**
     * An intervention as stored in files.
     *
     * @param id               its id
     * @param type             id of its type
     * @param title            its title
     * @param parameterVersion version of the parameters' format; {@code null} means the current one
     * @param parameters       the parameters; {@code null} means the defaults
     */
    record InterventionEnvelope(
            InterventionId id,
            String type,
            String title,
            @Nullable Integer parameterVersion,
            @Nullable Json parameters) {
        // The same checks as in Intervention, so that these errors are reported even if the parameters can't be read.
        InterventionEnvelope {
            new RecordValidator().name("type", type).name("title", title).throwIfInvalid();
        }
    }

    private final PluginRegistry plugins;
    private final boolean keepsUnknown;

    /** @param keepsUnknown whether parameters of an unknown type are kept unread instead of being an error */
    InterventionReader(PluginRegistry plugins, boolean keepsUnknown) {
        this.plugins = plugins;
        this.keepsUnknown = keepsUnknown;
    }

    @Override
    public @Nullable Object read(Json json, String at, RecordReader.ReadingContext reading) {
        InterventionEnvelope envelope = (InterventionEnvelope) reading.read(json, InterventionEnvelope.class, at);
        String type = typeIn(json);
        var plugin = type == null ? null : plugins.find(type).orElse(null);
        if (plugin == null) {
            if (keepsUnknown && envelope != null) {
                Json unread = envelope.parameters() == null ? new Json.JsonObject(Map.of()) : envelope.parameters();
                return new Intervention<>(
                        envelope.id(),
                        envelope.type(),
                        envelope.title(),
                        new UnreadParameters(JsonFormatter.formatOnOneLine(unread)));
            }
            if (type != null) {
                reportUnknownType(type, at, reading);
            }
            return null;
        }
        // Read the parameters even if the envelope is broken, to report their errors too.
        Integer version = envelope == null ? versionIn(json) : envelope.parameterVersion();
        Json given = envelope == null ? parametersIn(json) : envelope.parameters();
        Object parameters = readParameters(plugin, version, given, at, reading);
        if (envelope == null || parameters == null) {
            return null;
        }
        return new Intervention<>(envelope.id(), envelope.type(), envelope.title(), (Record) parameters);
    }

    private static @Nullable String typeIn(Json json) {
        return json instanceof Json.JsonObject structure
                        && structure.fields().get("type") instanceof Json.JsonString text
                ? text.value()
                : null;
    }

    private static @Nullable Json parametersIn(Json json) {
        return json instanceof Json.JsonObject structure ? structure.fields().get("parameters") : null;
    }

    /** Returns the parameter version in the JSON; {@code null} if it is absent or not a number. */
    private static @Nullable Integer versionIn(Json json) {
        return json instanceof Json.JsonObject structure
                        && structure.fields().get("parameterVersion") instanceof Json.JsonNumber number
                ? Integer.valueOf(number.value().intValue())
                : null;
    }

    private void reportUnknownType(String type, String at, RecordReader.ReadingContext reading) {
        SpellingSuggester.suggest(type, plugins.typeIds())
                .ifPresentOrElse(
                        near -> reading.findings()
                                .error("intervention.unknown-type-maybe", at + "/type", type, plugins.typeIds(), near),
                        () -> reading.findings()
                                .error("intervention.unknown-type", at + "/type", type, plugins.typeIds()));
    }

    private static @Nullable Object readParameters(
            InterventionPlugin<?> plugin,
            @Nullable Integer version,
            @Nullable Json given,
            String at,
            RecordReader.ReadingContext reading) {
        int present = plugin.type().parameterVersion();
        int from = version == null ? present : version;
        if (from < 1) {
            reading.findings().error("value.out-of-range", at + "/parameterVersion", from, 1, present);
            return null;
        }
        if (from > present) {
            reading.findings().error("intervention.newer-version", at + "/parameterVersion", from, present);
            return null;
        }
        Json parameters = given == null || given instanceof Json.JsonNull ? new Json.JsonObject(Map.of()) : given;
        if (from < present && parameters instanceof Json.JsonObject old) {
            try {
                parameters = Json.fromJava(plugin.migrate(from, Json.toMap(old)));
            } catch (RuntimeException e) {
                reading.findings().error("intervention.migration-failed", at + "/parameterVersion", from, present);
                return null;
            }
        }
        Json described = parameters;
        return PluginCallWatch.limit(
                plugin, "its parameters", () -> reading.read(described, plugin.parameterType(), at + "/parameters"));
    }
}
