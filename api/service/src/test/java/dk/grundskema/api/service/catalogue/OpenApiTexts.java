package dk.grundskema.api.service.catalogue;

import dk.grundskema.api.platform.access.AuthenticationCookies;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** Texts of the OpenAPI document that many operations share. */
final class OpenApiTexts {
    private static final Map<String, String> STATUSES = new TreeMap<>(Map.of(
            "ResponseEntity.ok(", "200",
            "ResponseEntity.created(", "201",
            "HttpStatus.CREATED", "201",
            "ResponseEntity.accepted(", "202",
            "HttpStatus.ACCEPTED", "202",
            "ResponseEntity.noContent(", "204"));

    private static final String STREAM =
            "Server-sent events. Each has an id, which may be sent back as Last-Event-ID, and data that are JSON of the schema x-event-data.";
    private static final String EVENTS = "text/event-stream";
    private static final String WEEK = "An ISO week, such as 2026-W37";

    private OpenApiTexts() {}

    static Map<String, Object> info() {
        return ordered(
                "title",
                "Grundskema",
                "version",
                "1",
                "description",
                "Plans of intensive courses and other interventions at schools: kept with their history, solved, edited, shared. "
                        + "Every answer that refuses is a problem as RFC 9457 has it, with everything that is wrong. "
                        + "What is empty is left out of answers, but lists of the answer itself: absent means empty.",
                "license",
                ordered("name", "Apache 2.0", "identifier", "Apache-2.0"));
    }

    /** Returns a tag with its description. */
    static Map<String, Object> tag(String name) {
        return ordered("name", name, "description", about(name));
    }

    private static String about(String name) {
        return switch (name) {
            case "Absences" -> "When staff are away, and how what they were to do is done all the same.";
            case "Accounts" -> "People who may sign in, and what they are where.";
            case "Archives" -> "A plan with all its history as one file, for another installation.";
            case "Catalogue" -> "What this installation can plan: intervention types, rules, schemas of files.";
            case "Changes" ->
                "Changes of a plan in use at a moment: the past stays, and as little as possible changes.";
            case "Deliveries" -> "What came of meetings: held or not, and who was absent.";
            case "Editing" ->
                "Changes by hand, each with what it breaks and costs; what there is to choose from; locks.";
            case "Files" -> "Plans as files for paper, phones and other programs.";
            case "Imports" -> "Problems made of the lists and timetables that a school has.";
            case "Interventions" -> "The interventions of a plan, each by itself.";
            case "Links" -> "Links by which calendars are followed without signing in.";
            case "Me" -> "Who calls: own rights, password and tokens.";
            case "Notices" -> "Mails about what changes: what became of them, and who wants any.";
            case "Organisations" -> "Municipalities, schools and youth schools, each below another or at the top.";
            case "Outcome" -> "What a timetable gives of what is asked, and who gets how much of it.";
            case "Personal data" -> "What is kept about people, who saw it, and how it is forgotten.";
            case "Plans" -> "Plans, what they are called, and where they are in lists.";
            case "Publications" -> "What people were told to go by, and what would be new for them.";
            case "Revisions" -> "What a plan was before, and how any two revisions differ.";
            case "School data" -> "Staff, students, rooms, weeks and weights of a plan, each by itself.";
            case "Service" -> "The service itself.";
            case "Sign-in" -> "Sessions of pages, and passwords chosen for the first time or anew.";
            case "Solves" -> "Timetables made by the computer: asked for, watched, stopped, taken over.";
            case "Timetables" -> "A plan's timetable by team, class, person, room and week.";
            default ->
                throw new IllegalArgumentException(
                        "Nothing is said of the tag (%s).\nMaybe add it here?".formatted(name));
        };
    }

    static Map<String, Object> securitySchemes() {
        return ordered(
                "token",
                ordered("type", "http", "scheme", "bearer", "description", "A personal API token."),
                "session",
                ordered(
                        "type",
                        "apiKey",
                        "in",
                        "cookie",
                        "name",
                        AuthenticationCookies.SESSION,
                        "description",
                        "The session of somebody who signed in: the cookie that signIn sets. What changes something needs X-CSRF-Token besides."));
    }

    static Map<String, Object> parameters() {
        var text = Map.of("type", "string");
        return ordered(
                "AcceptLanguage",
                header(
                        "Accept-Language",
                        "Language of texts in the answer: da (otherwise) or en.",
                        ordered("type", "string", "default", "da")),
                "IdempotencyKey",
                header(
                        "Idempotency-Key",
                        "Any text of 1 to 200 characters that names this request. The same request again within 24 hours gets the same answer and does nothing; another request with the same key is refused (422).",
                        ordered("type", "string", "minLength", 1, "maxLength", 200)),
                "CsrfToken",
                header(
                        "X-CSRF-Token",
                        "csrfToken of signIn or getMe; needed by whoever is known by the session's cookie, not with a token.",
                        text),
                "IfMatch",
                header(
                        "If-Match",
                        "The ETag that was got last. Without it: 428; if the thing has changed since: 412.",
                        ordered("type", "string", "examples", List.of("\"7\""))),
                "IfNoneMatch",
                header("If-None-Match", "The ETag of what is there already; if it is still the same: 304.", text),
                "LastEventID",
                header(
                        "Last-Event-ID",
                        "The id of the last event that was received; the answer goes on after it.",
                        text));
    }

    private static Map<String, Object> header(String name, String description, Map<String, ?> schema) {
        return ordered("name", name, "in", "header", "required", false, "description", description, "schema", schema);
    }

    static Map<String, Object> headers() {
        return ordered(
                "ETag",
                ordered("description", "Names this state of the thing.", "schema", Map.of("type", "string")),
                "Location",
                ordered("description", "Where the new thing is.", "schema", Map.of("type", "string")),
                "RetryAfter",
                ordered("description", "Seconds to wait.", "schema", Map.of("type", "integer")),
                "RequestId",
                ordered("description", "Names the request in the service's logs.", "schema", Map.of("type", "string")));
    }

    /** Returns the description of a parameter that has the same meaning in all operations; {@code null} if there is none. */
    static @Nullable String meaning(String name, String path) {
        return switch (name) {
            case "id" -> idMeaning(path);
            case "week" -> path.contains("{week}") ? WEEK + "." : WEEK + "; absent means all weeks.";
            case "account" -> "Id of an account.";
            case "token" -> "Id of a token; never the token itself.";
            case "absence" -> "Id of an absence.";
            case "link" -> "Id of a link; never what it is opened by.";
            case "job" -> "Id of a solve.";
            case "revision" -> "Id of a revision.";
            case "organisation" -> "Id of an organisation.";
            case "plan" -> "Id of a plan.";
            case "after" -> "Where the page begins: next of the page before; absent means the first page.";
            case "before" -> "Where the page begins: next of the page before; absent means the latest.";
            default -> null;
        };
    }

    /** Returns the description of an id in a path, according to the word before it. */
    private static String idMeaning(String path) {
        String before = path.replaceFirst("/\\{id}.*", "");
        return switch (before.substring(before.lastIndexOf('/') + 1)) {
            case "staff" -> "Id of a member of staff.";
            case "students" -> "Id of a student.";
            case "rooms" -> "Id of a room.";
            case "classes" -> "Id of a class.";
            case "teams" -> "Id of a team.";
            case "interventions" -> "Id of an intervention.";
            case "plugin-types" -> "Id of an intervention type, such as camp.";
            case "person" -> "Id of a student, as plans know the student by.";
            default -> throw new IllegalArgumentException("Nothing is known of the ids in (%s).".formatted(path));
        };
    }

    /**
     * Returns the statuses of success, derived from the source code because the framework does not know them. An operation whose code does not
     * contain them declares them with {@code @ApiResponse}.
     */
    static Map<String, Object> statuses(HandlerMethod method, String code, Map<String, Object> found) {
        boolean isStated = method.hasMethodAnnotation(ApiResponse.class)
                || method.hasMethodAnnotation(ApiResponses.class)
                || method.hasMethodAnnotation(ResponseStatus.class);
        Object content = found.values().stream().findFirst().orElse(Map.of());
        var statuses = new LinkedHashMap<String, Object>();
        if (!isStated) {
            STATUSES.forEach((call, status) -> {
                if (code.contains(call)) {
                    statuses.put(status, status.equals("204") ? Map.of() : content);
                }
            });
        }
        return statuses.isEmpty() ? found : statuses;
    }

    /** Returns the successful responses with their headers. */
    static Map<String, Object> answers(Map<String, Object> found, boolean isGuarded) {
        var answers = new LinkedHashMap<String, Object>();
        found.forEach((status, answer) -> {
            var described = new LinkedHashMap<String, Object>();
            var headers = new LinkedHashMap<String, Object>();
            headers.put("X-Request-Id", Map.of("$ref", "#/components/headers/RequestId"));
            if (isGuarded) {
                headers.put("ETag", Map.of("$ref", "#/components/headers/ETag"));
            }
            if (status.equals("201") || status.equals("202")) {
                headers.put("Location", Map.of("$ref", "#/components/headers/Location"));
            }
            boolean isStream = String.valueOf(answer).contains(EVENTS);
            described.put("description", isStream ? STREAM : words(status));
            described.put("headers", headers);
            if (!status.equals("204")
                    && answer instanceof Map<?, ?> map
                    && map.get("content") instanceof Map<?, ?> content) {
                described.put("content", typed(content));
            }
            answers.put(status, described);
        });
        return answers;
    }

    /** Returns whether the response has an entity tag, so that clients can avoid loading it again. */
    static boolean isTagged(String verb, HandlerMethod method, String code, List<?> parameters) {
        if (!verb.equals("get")) {
            return false;
        }
        boolean isSaid = code.contains(".eTag(")
                || code.contains(".okWithTag(")
                || code.contains("answers.respondPart(")
                || parameters.toString().contains("parameters/IfNoneMatch");
        var answer = ResolvableType.forMethodReturnType(method.getMethod());
        Class<?> content = answer.getGeneric(0).resolve(Object.class);
        return isSaid || (answer.resolve() == ResponseEntity.class && content.isRecord());
    }

    private static Map<String, Object> typed(Map<?, ?> content) {
        var typed = new LinkedHashMap<String, Object>();
        content.forEach((found, body) -> {
            String type = "*/*".equals(found) ? "application/json" : String.valueOf(found);
            typed.put(type, type.equals(EVENTS) ? events(body) : plain(type, body));
        });
        return typed;
    }

    /** The whole response is a text; the data of each event have the schema that was found. */
    private static Object events(Object body) {
        Object data = body instanceof Map<?, ?> map ? map.get("schema") : null;
        return Map.of(
                "schema", ordered("type", "string", "x-event-data", Objects.requireNonNull(data, "events have data")));
    }

    /** Returns the content of a file response; other content is unchanged. */
    private static Object plain(String type, Object body) {
        boolean isBytes = body instanceof Map<?, ?> map
                && map.get("schema") instanceof Map<?, ?> schema
                && "byte".equals(schema.get("format"));
        if (!isBytes) {
            return body;
        }
        if (type.endsWith("json")) {
            return Map.of("schema", Map.of("type", "object"));
        }
        Map<String, Object> file = ordered("type", "string", "contentMediaType", type);
        if (!type.startsWith("text/")) {
            file.put("format", "binary");
        }
        return Map.of("schema", file);
    }

    private static String words(String status) {
        return switch (status) {
            case "201" -> "Made.";
            case "202" -> "Taken on; it is done in the background.";
            case "204" -> "Done; there is nothing to say.";
            default -> "Done.";
        };
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}
