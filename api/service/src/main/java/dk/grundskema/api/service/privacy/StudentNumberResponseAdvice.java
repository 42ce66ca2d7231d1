package dk.grundskema.api.service.privacy;

import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.documents.timetable.PseudonymousIds;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.IdempotencyRepository;
import dk.grundskema.api.platform.signin.BrowserSignIn;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.StoredDocument;
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
 * Replaces student ids by numbers in responses of plan operations for callers who may not see students. Responses about the caller's own
 * meetings are not changed.
 */
@RestControllerAdvice
final class StudentNumberResponseAdvice implements ResponseBodyAdvice<Object> {
    private static final Set<Permission> ABOUT_PLANS = EnumSet.of(Permission.READ, Permission.EDIT, Permission.PLAN);

    private final PlanStore plans;
    private final DocumentStore documents;
    private final NameResolverFactory nameResolverFactory;
    private final BrowserSignIn browserSignIn;
    private final List<PathRevisionResolver> revisionResolvers;

    StudentNumberResponseAdvice(
            PlanStore plans,
            DocumentStore documents,
            NameResolverFactory nameResolverFactory,
            BrowserSignIn browserSignIn,
            List<PathRevisionResolver> revisionResolvers) {
        this.plans = plans;
        this.documents = documents;
        this.nameResolverFactory = nameResolverFactory;
        this.browserSignIn = browserSignIn;
        this.revisionResolvers = List.copyOf(revisionResolvers);
    }

    @Override
    public boolean supports(MethodParameter operation, Class<? extends HttpMessageConverter<?>> converter) {
        RequiresPermission needs = operation.getMethodAnnotation(RequiresPermission.class);
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
                || !(known.getServletRequest().getAttribute(IdempotencyRepository.ORGANISATION_ATTRIBUTE)
                        instanceof String organisation)
                || browserSignIn.permissionsIn(new OrganisationId(organisation)).contains(Permission.READ_STUDENTS)) {
            return body;
        }
        return RecordWriter.toJsonWithIds(record, new PathIdTexts(known.getServletRequest()));
    }

    /** The pseudonymous ids of the revisions that the request path refers to. Loaded when the first id that may reveal a student is written. */
    private final class PathIdTexts implements RecordWriter.IdFormatter {
        private final HttpServletRequest request;
        private @Nullable PseudonymousIds ids;

        PathIdTexts(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public String of(Id id) {
            if (!PseudonymousIds.mayRevealStudent(id)) {
                return id.value();
            }
            PseudonymousIds known = ids;
            if (known == null) {
                known = revisions()
                        .map(StudentNumberResponseAdvice.this::numberedIds)
                        .reduce(PseudonymousIds::withFallback)
                        .orElseGet(PseudonymousIds::withoutStudents);
                ids = known;
            }
            return known.of(id);
        }

        private Stream<Revision> revisions() {
            Stream<RevisionId> ofPlan =
                    variable("plan").map(one -> plans.get(new PlanId(one)).head()).stream();
            Stream<RevisionId> ofOthers = revisionResolvers.stream()
                    .flatMap(one -> variable(one.pathVariable()).flatMap(one::revision).stream());
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

    private PseudonymousIds numberedIds(Revision revision) {
        StoredDocument.StoredProblem problem = documents.viewedProblem(revision.problem());
        StoredDocument.StoredTimetable timetable = documents.timetableOf(revision);
        PseudonymousIds ofProblem = nameResolverFactory.numberedIds(problem, null);
        return timetable == null
                ? ofProblem
                : nameResolverFactory
                        .numberedIds(documents.ratedPlan(problem, timetable))
                        .withFallback(ofProblem);
    }
}
