package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.identity.Doorway;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.platform.AnsweredRequests;
import dk.grundskema.api.timetable.NumberedIds;
import dk.grundskema.domain.finding.Id;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Gives callers who may not see students numbers for them, in all records with which operations on plans answer. What such a caller sees of the own
 * meetings alone is not changed.
 */
@RestControllerAdvice
final class NumberedAnswers implements ResponseBodyAdvice<Object> {
    private static final Set<Permission> ABOUT_PLANS = EnumSet.of(Permission.READ, Permission.EDIT, Permission.PLAN);

    private final Plans plans;
    private final Documents documents;
    private final Naming naming;
    private final Doorway doorway;
    private final List<RevisionOfPath> others;

    NumberedAnswers(Plans plans, Documents documents, Naming naming, Doorway doorway, List<RevisionOfPath> others) {
        this.plans = plans;
        this.documents = documents;
        this.naming = naming;
        this.doorway = doorway;
        this.others = List.copyOf(others);
    }

    @Override
    public boolean supports(MethodParameter operation, Class<? extends HttpMessageConverter<?>> converter) {
        Needs needs = operation.getMethodAnnotation(Needs.class);
        return needs != null && ABOUT_PLANS.contains(needs.value());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter operation,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Record record)
                || !(request instanceof ServletServerHttpRequest known)
                || !(known.getServletRequest().getAttribute(AnsweredRequests.ABOUT) instanceof String organisation)
                || doorway.permissions(new OrganisationId(organisation)).contains(Permission.READ_STUDENTS)) {
            return body;
        }
        return RecordWriter.toJsonWithIds(record, new OfPath(known.getServletRequest()));
    }

    /** The ids of all that a request's path leads to, looked up when the first of them is written that may tell of a student. */
    private final class OfPath implements RecordWriter.IdTexts {
        private final HttpServletRequest request;
        private @Nullable NumberedIds ids;

        OfPath(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public String of(Id id) {
            if (!NumberedIds.mayTell(id)) {
                return id.value();
            }
            NumberedIds known = ids;
            if (known == null) {
                known = revisions()
                        .map(NumberedAnswers.this::numbered)
                        .reduce(NumberedIds::and)
                        .orElseGet(NumberedIds::none);
                ids = known;
            }
            return known.of(id);
        }

        private Stream<Revision> revisions() {
            Stream<RevisionId> ofPlan =
                    variable("plan").map(one -> plans.get(new PlanId(one)).head()).stream();
            Stream<RevisionId> ofOthers =
                    others.stream().flatMap(one -> variable(one.variable()).flatMap(one::revision).stream());
            Stream<RevisionId> itself = Stream.of("revision", "other")
                    .flatMap(name -> variable(name).stream())
                    .map(RevisionId::new);
            return Stream.of(ofPlan, ofOthers, itself).flatMap(all -> all).map(plans::revision);
        }

        private Optional<String> variable(String name) {
            @Nullable Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
            return variables instanceof Map<?, ?> map && map.get(name) instanceof String value
                    ? Optional.of(value)
                    : Optional.empty();
        }
    }

    private NumberedIds numbered(Revision revision) {
        Kept.OfProblem problem = documents.problem(revision.problem());
        Kept.OfTimetable timetable = documents.timetableOf(revision);
        return timetable == null
                ? naming.numbered(problem, null)
                : naming.numbered(documents.judging(problem, timetable), timetable)
                        .and(naming.numbered(problem, null));
    }
}
