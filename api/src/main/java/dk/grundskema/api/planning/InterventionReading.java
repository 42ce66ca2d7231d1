package dk.grundskema.api.planning;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.Nearest;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads interventions: the form of their parameters depends on their type, and may be of an earlier version. */
final class InterventionReading implements RecordReader.Special {
    /**
     * An intervention as files have it.
     *
     * @param id               its id
     * @param type             id of its type
     * @param title            what people call it
     * @param parameterVersion version of the parameters' form; {@code null} means the present one
     * @param parameters       the parameters; {@code null} means the defaults
     */
    record Envelope(
            InterventionId id,
            String type,
            String title,
            @Nullable Integer parameterVersion,
            @Nullable Json parameters) {
        // As the intervention will: what is wrong here is said even if the parameters can't be read.
        Envelope {
            new Checks().name("type", type).name("title", title).done();
        }
    }

    private final PluginRegistry plugins;

    InterventionReading(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    @Override
    public @Nullable Object read(Json json, String at, RecordReader.Reading reading) {
        Envelope envelope = (Envelope) reading.read(json, Envelope.class, at);
        String type = typeIn(json);
        var plugin = type == null ? null : plugins.find(type).orElse(null);
        if (plugin == null) {
            if (type != null) {
                unknownType(type, at, reading);
            }
            return null;
        }
        // The parameters are worth reading even if the envelope is broken.
        Integer version = envelope == null ? versionIn(json) : envelope.parameterVersion();
        Json given = envelope == null ? parametersIn(json) : envelope.parameters();
        Object parameters = parameters(plugin, version, given, at, reading);
        if (envelope == null || parameters == null) {
            return null;
        }
        return new Intervention<>(envelope.id(), envelope.type(), envelope.title(), (Record) parameters);
    }

    private static @Nullable String typeIn(Json json) {
        return json instanceof Json.Structure structure && structure.fields().get("type") instanceof Json.Text text
                ? text.value()
                : null;
    }

    private static @Nullable Json parametersIn(Json json) {
        return json instanceof Json.Structure structure ? structure.fields().get("parameters") : null;
    }

    /** The version that parameters say they have; {@code null} if they don't, or not as a number. */
    private static @Nullable Integer versionIn(Json json) {
        return json instanceof Json.Structure structure
                        && structure.fields().get("parameterVersion") instanceof Json.Numeric number
                ? Integer.valueOf(number.value().intValue())
                : null;
    }

    private void unknownType(String type, String at, RecordReader.Reading reading) {
        Nearest.to(type, plugins.typeIds())
                .ifPresentOrElse(
                        near -> reading.findings()
                                .error("intervention.unknown-type-maybe", at + "/type", type, plugins.typeIds(), near),
                        () -> reading.findings()
                                .error("intervention.unknown-type", at + "/type", type, plugins.typeIds()));
    }

    private static @Nullable Object parameters(
            InterventionPlugin<?> plugin,
            @Nullable Integer version,
            @Nullable Json given,
            String at,
            RecordReader.Reading reading) {
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
        Json parameters = given == null || given instanceof Json.Nothing ? new Json.Structure(Map.of()) : given;
        if (from < present && parameters instanceof Json.Structure old) {
            try {
                parameters = Json.fromJava(plugin.migrate(from, Json.toMap(old)));
            } catch (RuntimeException e) {
                reading.findings().error("intervention.migration-failed", at + "/parameterVersion", from, present);
                return null;
            }
        }
        return reading.read(parameters, plugin.parameterType(), at + "/parameters");
    }
}
