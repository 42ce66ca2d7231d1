package dk.grundskema.api.service.catalogue;

import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.http.RequestTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** Describes the refusals that an operation can respond with. */
final class RefusalResponses {
    private static final List<Integer> ALL = List.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428, 429);
    private static final String SERVER = "5XX";
    private static final Map<Integer, String> USUAL = Map.of(
            401, "rest.sign-in",
            403, "rest.forbidden",
            404, "rest.not-found",
            412, "plan.changed-meanwhile",
            413, "rest.too-large",
            428, "rest.if-match-missing",
            429, "rest.too-many-requests");

    private RefusalResponses() {}

    /** References by status. */
    static Map<String, Object> of(Permission permission, String verb, String path, boolean isGuarded, boolean hasBody) {
        var codes = new ArrayList<>(List.of(400, 406, 429));
        if (permission == Permission.NONE && !verb.equals("get")) {
            codes.addAll(List.of(401, 403)); // a wrong password, a wrong code
        }
        if (permission != Permission.NONE) {
            codes.add(401);
            if (permission != Permission.SIGNED_IN || !verb.equals("get")) {
                codes.add(403); // the role lacks it, or a page didn't prove that it is ours
            }
        }
        if (path.contains("{")) {
            codes.add(404);
        }
        if (path.contains("/plans/{") || path.contains("/revisions/{") || path.contains("/solves/{")) {
            codes.add(409); // not without a plugin that isn't installed, not before there is a timetable
        }
        if (path.contains("/plans/{")) {
            codes.add(422); // what is asked about is not in the plan, or lies in the past
        }
        if (!verb.equals("get")) {
            codes.addAll(List.of(409, 422));
        }
        if (isGuarded) {
            codes.addAll(List.of(412, 428));
        }
        if (hasBody) {
            codes.addAll(List.of(413, 415));
        }
        var references = new TreeMap<String, Object>();
        codes.forEach(
                code -> references.put(String.valueOf(code), Map.of("$ref", "#/components/responses/Problem" + code)));
        references.put(SERVER, Map.of("$ref", "#/components/responses/Problem" + SERVER));
        return references;
    }

    /** Returns the responses that the references refer to. */
    static Map<String, Object> components() {
        var texts = TextBundles.load(RequestTexts.class, "messages", Locale.ENGLISH);
        var all = new LinkedHashMap<String, Object>();
        for (int code : ALL) {
            String usual = USUAL.getOrDefault(code, "rest.status-" + code);
            all.put("Problem" + code, response(texts, code, usual, ""));
        }
        all.put(
                "Problem" + SERVER,
                response(
                        texts,
                        507,
                        "rest.disk-full",
                        "The service failed (500), can't reach its database (503), or there is no room left on its disk (507)."));
        return all;
    }

    private static Map<String, Object> response(ResourceBundle texts, int code, String usual, String description) {
        String title = texts.getString("rest.title-" + code).replace("''", "'");
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:grundskema:problem:" + usual);
        example.put("title", title);
        example.put("status", code);
        String detail = texts.containsKey(usual) ? texts.getString(usual).replace("''", "'") : title;
        example.put("detail", detail);
        example.put("code", usual);
        example.put("requestId", "k4m7q2x9w3bz");
        var finding = new LinkedHashMap<String, Object>();
        finding.put("code", usual);
        finding.put("severity", "ERROR");
        finding.put("pointer", "");
        finding.put("text", detail);
        example.put("findings", List.of(finding));
        var media = new LinkedHashMap<String, Object>();
        media.put("schema", Map.of("$ref", "#/components/schemas/ProblemDetails"));
        media.put("example", example);
        var response = new LinkedHashMap<String, Object>();
        response.put("description", description.isEmpty() ? title + "." : description);
        if (code == 429) {
            response.put("headers", Map.of("Retry-After", Map.of("$ref", "#/components/headers/RetryAfter")));
        }
        response.put("content", Map.of("application/problem+json", media));
        return response;
    }
}
