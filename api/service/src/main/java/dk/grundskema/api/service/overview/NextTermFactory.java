package dk.grundskema.api.service.overview;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.nextterm.NextTerm;
import dk.grundskema.api.planning.nextterm.NextTermBuilder;
import dk.grundskema.api.planning.nextterm.TermShift;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument.StoredProblem;
import dk.grundskema.api.service.plan.problem.CampInterventions;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the problem of the next school year or camp out of a plan's, and a plan of it. */
@Component
final class NextTermFactory {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;

    NextTermFactory(PlanStore plans, DocumentStore documents, PluginPlanningFacade planning) {
        this.plans = plans;
        this.documents = documents;
        this.planning = planning;
    }

    /**
     * What is asked for.
     *
     * @param schoolYear the school year; empty means the next, or that {@code firstDay} says when
     * @param firstDay   a day of the first week of a camp; empty means a school year
     * @param title      title of the plan; empty means the present one, with the new year
     */
    record NextTermForm(String schoolYear, String firstDay, String title) {
        /** Returns how far the term moves; empty if there are errors, which are added. */
        Optional<TermShift> findShift(Problem problem, List<Finding> wrong) {
            if (!title.isEmpty()) {
                wrong.addAll(new RecordValidator().name("title", title).findings());
            }
            if (firstDay.isEmpty()) {
                Optional<TermShift> shift =
                        TermShift.parseSchoolYear(problem, schoolYear.isEmpty() ? null : schoolYear);
                if (shift.isEmpty()) {
                    String present = TermShift.schoolYear(problem).toString();
                    wrong.add(Finding.error("next-term.bad-year", "/schoolYear", schoolYear, present));
                }
                return shift;
            }
            if (!schoolYear.isEmpty()) {
                wrong.add(Finding.error("next-term.both", "/schoolYear"));
            }
            Optional<TermShift> shift = TermShift.parseFirstDay(problem, firstDay);
            if (shift.isEmpty()) {
                wrong.add(Finding.error(
                        "next-term.bad-day",
                        "/firstDay",
                        firstDay,
                        problem.horizon().firstDay()));
            }
            return shift;
        }
    }

    /**
     * The problem of the next term, checked.
     *
     * @param next     the problem and what differs
     * @param present  the present problem
     * @param named    a problem that knows the names of ids in the findings
     * @param findings errors and warnings of the new problem
     */
    record BuiltTerm(NextTerm next, StoredProblem present, Problem named, List<Finding> findings) {
        /** Copies the list. */
        BuiltTerm {
            findings = List.copyOf(findings);
        }

        /** Whether a plan can be made of it. */
        boolean isUsable() {
            return findings.stream().noneMatch(Finding::isError);
        }
    }

    /** Returns the next term of a plan; {@code null} if there are errors in the form, which are added. */
    @Nullable
    BuiltTerm build(Plan plan, NextTermForm form, List<Finding> wrong) {
        String hash = plans.revision(plan.head()).problem();
        StoredProblem present = documents.problem(hash);
        NextTerm next = build(form, hash, present.value(), wrong);
        if (next == null) {
            return null;
        }
        ReadResult<Problem> read = JsonTreeParser.parse(next.json()).then(planning::readProblem);
        return read instanceof ReadResult.Success<Problem> good
                ? new BuiltTerm(next, present, good.value(), planning.validate(good.value()))
                : new BuiltTerm(next, present, present.value(), read.findings());
    }

    /** Returns whether there is a camp in a plan. */
    boolean hasCamp(Plan plan) {
        return !CampInterventions.findAll(
                        documents.problem(plans.revision(plan.head()).problem()).value())
                .isEmpty();
    }

    private @Nullable NextTerm build(NextTermForm form, String hash, Problem problem, List<Finding> wrong) {
        try {
            Optional<TermShift> shift = form.findShift(problem, wrong);
            if (shift.isEmpty() || !wrong.isEmpty()) {
                return null;
            }
            Json.JsonObject file = documents.json(hash);
            return NextTermBuilder.build(
                    file, problem, shift.get(), form.title().isEmpty() ? null : form.title());
        } catch (InvalidValueException outsideSupportedYears) {
            wrong.addAll(outsideSupportedYears.findings());
            return null;
        }
    }

    /** Makes a plan of a usable next term in the organisation of the present plan. */
    Plan create(Plan present, BuiltTerm built, Caller caller) {
        StoredProblem stored = documents.storeProblem(
                built.next().json(), built.present().value().staff());
        var first = new RevisionContent("revision.created", List.of(), stored, null);
        return plans.create(present.organisation(), stored.value().title(), first, null, caller.account());
    }
}
