package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people are bound to by other plans. Whoever plans, edits or pre-checks a plan works on the problem that comes out of here, not on the one
 * that a revision names.
 *
 * <p>Plans bind that people work by ({@link Plan#inUse()}), with the timetable that they are at. Staff of one id are one person in an organisation
 * and all that belong together with it; rooms and students are the same only within one organisation. A plan binds neither itself nor its scenarios.
 * What comes out is kept as a document of its own, and timetables that were made of it name that.
 */
@Component
public class Commitments {
    private static final int REMEMBERED = 100;
    private static final int TRIES = 5;

    private final JdbcClient database;
    private final Plans plans;
    private final PlanShelf shelf;
    private final Documents documents;
    private final Lately<List<String>, String> busy = new Lately<>(REMEMBERED);

    Commitments(JdbcClient database, Plans plans, PlanShelf shelf, Documents documents) {
        this.database = database;
        this.plans = plans;
        this.shelf = shelf;
        this.documents = documents;
    }

    /** A plan that binds, and what it binds to. */
    private record Binding(Plan plan, String timetable) {}

    /** The problem in which people are busy whenever other plans need them, without a word of what for. */
    public Kept.OfProblem busy(Plan plan, Kept.OfProblem problem) {
        List<Binding> bindings = bindings(plan);
        if (bindings.isEmpty()) {
            return problem;
        }
        var key = new ArrayList<>(List.of(plan.organisation().value(), problem.hash()));
        bindings.forEach(one -> key.add(one.plan().organisation() + " " + one.timetable()));
        for (int i = 0; i < TRIES; i++) {
            String effective = busy.get(key, fresh -> effective(plan, problem, bindings));
            if (effective.equals(problem.hash())) {
                return problem;
            }
            if (documents.isHereFor(effective)) {
                return documents.problem(effective);
            }
            busy.remove(key); // a plan with the same problem is gone, and took what only it needed along
        }
        throw new IllegalStateException("The problem (%s) with others' commitments in it went as often as it was kept."
                .formatted(problem.hash()));
    }

    private List<Binding> bindings(Plan plan) {
        var bindings = new ArrayList<Binding>();
        for (Plan other : shelf.inUse(together(plan.organisation()))) {
            String timetable = plans.revision(other.head()).timetable();
            if (timetable != null && !other.family().equals(plan.family())) {
                bindings.add(new Binding(other, timetable));
            }
        }
        return bindings;
    }

    /** All organisations that belong together with one. */
    private List<OrganisationId> together(OrganisationId one) {
        Map<String, String> parents = new HashMap<>();
        database.sql("SELECT id, parent FROM organisation WHERE parent IS NOT NULL")
                .query((row, number) -> parents.put(row.getString("id"), row.getString("parent")))
                .list();
        String top = top(one.value(), parents);
        var all = new ArrayList<>(List.of(new OrganisationId(top)));
        parents.keySet().stream()
                .sorted()
                .filter(id -> top(id, parents).equals(top))
                .map(OrganisationId::new)
                .forEach(all::add);
        return all;
    }

    private static String top(String id, Map<String, String> parents) {
        String top = id;
        while (parents.containsKey(top)) {
            top = parents.getOrDefault(top, top);
        }
        return top;
    }

    /** Hash of the problem with the others' times in it; its own if they are none of its people's. */
    private String effective(Plan plan, Kept.OfProblem problem, List<Binding> bindings) {
        var times = new BusyTimes(problem.value());
        for (Binding binding : bindings) {
            Timetable timetable = documents.timetable(binding.timetable()).value();
            times.add(timetable, binding.plan().organisation().equals(plan.organisation()));
        }
        if (times.isEmpty()) {
            return problem.hash();
        }
        var fields = new LinkedHashMap<>(documents.json(problem.hash()).fields());
        for (String list : List.of("staff", "rooms", "students")) {
            if (fields.get(list) instanceof Json.Listing elements) {
                fields.put(
                        list,
                        new Json.Listing(elements.elements().stream()
                                .map(element -> with(element, times.of(list)))
                                .toList()));
            }
        }
        return documents
                .keepDerived(JsonText.of(new Json.Structure(fields)), problem.hash())
                .hash();
    }

    private static Json with(Json element, Map<String, List<Period>> times) {
        if (!(element instanceof Json.Structure one)
                || !(one.fields().get("id") instanceof Json.Text id)
                || !times.containsKey(id.value())) {
            return element;
        }
        Json written = RecordWriter.toJson(new Availability(List.of(), times.getOrDefault(id.value(), List.of())))
                .fields()
                .getOrDefault("except", new Json.Listing(List.of()));
        var availability = new LinkedHashMap<String, Json>();
        if (one.fields().get("availability") instanceof Json.Structure own) {
            availability.putAll(own.fields());
        }
        var except = new ArrayList<Json>();
        if (availability.get("except") instanceof Json.Listing own) {
            except.addAll(own.elements());
        }
        except.addAll(((Json.Listing) written).elements());
        availability.put("except", new Json.Listing(except));
        var fields = new LinkedHashMap<>(one.fields());
        fields.put("availability", new Json.Structure(availability));
        return new Json.Structure(fields);
    }
}
