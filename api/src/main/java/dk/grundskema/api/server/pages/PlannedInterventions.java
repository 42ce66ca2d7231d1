package dk.grundskema.api.server.pages;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.catalogue.FormField.Thing;
import dk.grundskema.api.catalogue.ParameterForms;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.interventions.InterventionsPage;
import dk.grundskema.api.web.app.interventions.InterventionsPage.Planned;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What is planned, and what could be. */
@Component
class PlannedInterventions {
    /** Where a type is from, in the reader's language; a type that doesn't say has it in its own. */
    private static final String SOURCE = "type.source";

    private final PluginHouse house;
    private final Naming naming;
    private final Speaking speaking;

    PlannedInterventions(PluginHouse house, Naming naming, Speaking speaking) {
        this.house = house;
        this.naming = naming;
        this.speaking = speaking;
    }

    /** The types that there are, in the language of the request. */
    List<InterventionsPage.Type> types() {
        return house.plugins().all().stream().map(this::type).toList();
    }

    /** A type; 404 if there is none of that id. */
    InterventionsPage.Type type(String id) {
        return type(plugin(id));
    }

    private InterventionsPage.Type type(InterventionPlugin<?> plugin) {
        var texts = plugin.texts(speaking.language());
        return new InterventionsPage.Type(
                plugin.type().id(),
                texts.getString("type.name"),
                texts.getString("type.summary"),
                texts.containsKey(SOURCE)
                        ? texts.getString(SOURCE)
                        : plugin.type().source());
    }

    /** The fields of a type's form; 404 if there is no such type. */
    List<FormField> fields(String type) {
        return new ParameterForms(house.plugins(), plugin(type), speaking.language()).fields();
    }

    private InterventionPlugin<?> plugin(String type) {
        return house.plugins().find(type).orElseThrow(Refusal::notFound);
    }

    /** All that is planned. */
    List<Planned> all(Kept.OfProblem problem) {
        List<Intervention<?>> interventions = List.copyOf(problem.value().interventions());
        List<Demand> demands = naming.demands(problem);
        return IntStream.range(0, interventions.size())
                .mapToObj(i -> planned(
                        interventions.get(i),
                        demands.size() > i ? demands.get(i).sessions() : List.of()))
                .toList();
    }

    private Planned planned(Intervention<?> one, List<Session> sessions) {
        Json parameters = RecordWriter.json(one.parameters());
        List<FormField> fields = fields(one.type());
        return new Planned(
                one.id().value(),
                one.title(),
                type(one.type()).name(),
                named(fields, parameters, Thing.GROUP),
                named(fields, parameters, Thing.STUDENT),
                named(fields, parameters, Thing.STAFF),
                sessions.stream().mapToInt(PlannedInterventions::times).sum(),
                sessions.stream().anyMatch(PlannedInterventions::mayBeLeftOut));
    }

    /** How often it is held: what is placed into another session is held with that one. */
    private static int times(Session session) {
        return session.times().stream()
                .mapToInt(time -> time.weeks().size())
                .max()
                .orElse(0);
    }

    /** Whether it is held only if somebody comes to it, or if its group is formed. */
    private static boolean mayBeLeftOut(Session session) {
        return !session.isGuest() && (!session.required() || session.awakeWith() != null);
    }

    private static int named(List<FormField> fields, Json parameters, Thing kind) {
        var found = new HashSet<String>();
        fields.forEach(field -> collect(field, field(parameters, field.name()), kind, found));
        return found.size();
    }

    private static Json field(Json whole, String name) {
        return whole instanceof Json.Structure structure
                ? structure.fields().getOrDefault(name, Json.Nothing.NOTHING)
                : Json.Nothing.NOTHING;
    }

    private static void collect(FormField field, Json value, Thing kind, Set<String> found) {
        if (value instanceof Json.Listing list) {
            list.elements().forEach(one -> collect(field, one, kind, found));
        } else if (value instanceof Json.Text text && field.of() == kind) {
            found.add(text.value());
        } else if (value instanceof Json.Structure) {
            field.fields().forEach(part -> collect(part, field(value, part.name()), kind, found));
        }
    }

    /** What an intervention's parameters are, in the present form. */
    static Json.Structure parameters(Intervention<?> one) {
        return RecordWriter.json(one.parameters()) instanceof Json.Structure structure
                ? structure
                : new Json.Structure(Map.of());
    }
}
