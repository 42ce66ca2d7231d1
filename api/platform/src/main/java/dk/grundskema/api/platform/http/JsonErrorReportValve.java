package dk.grundskema.api.platform.http;

import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Responds to requests that did not reach the service's own code or failed outside of it: unparsable requests and failures of filters. The web server
 * creates it by class name, so it has no dependencies but texts.
 */
public final class JsonErrorReportValve extends ErrorReportValve {
    /** Hides the server's name and version. */
    public JsonErrorReportValve() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = OverlongRequestStatus.resolve(request, response.getStatus(), failure);
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            byte[] body = JsonFormatter.format(Json.fromJava(problem(request, status)))
                    .getBytes(StandardCharsets.UTF_8);
            response.getCoyoteResponse().setStatus(status);
            response.setContentType("application/problem+json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // The client has disconnected, or the response has been sent already.
        }
    }

    private static Map<String, Object> problem(Request request, int status) {
        ResourceBundle texts = TextBundles.load(JsonErrorReportValve.class, "messages", language(request));
        String code = texts.containsKey("rest.status-" + status) ? "rest.status-" + status : "rest.status-other";
        String detail = texts.getString(code).replace("''", "'");
        var finding = new LinkedHashMap<String, Object>();
        finding.put("code", code);
        finding.put("severity", "ERROR");
        finding.put("pointer", "");
        finding.put("text", detail);
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:grundskema:problem:" + code);
        String title = "rest.title-" + status;
        problem.put("title", texts.containsKey(title) ? texts.getString(title).replace("''", "'") : detail);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("code", code);
        problem.put("requestId", RequestIdValve.current());
        problem.put("findings", List.of(finding));
        return problem;
    }

    private static Locale language(Request request) {
        try {
            String asked = request.getHeader("Accept-Language");
            return asked != null && asked.strip().startsWith("en") ? Locale.ENGLISH : Locale.of("da");
        } catch (RuntimeException e) {
            return Locale.of("da"); // the headers cannot be read either
        }
    }
}
