package dk.grundskema.api.server.platform;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.TextFiles;
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
 * Answers what never got as far as the service's own parts, or fell out of them: requests that can't be parsed, and failures of filters.
 * The web server makes it by its name, so it knows nothing but texts.
 */
public final class Unparsed extends ErrorReportValve {
    /** Says nothing of which server this is. */
    public Unparsed() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = TooLong.status(request, response.getStatus(), failure);
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            byte[] body = JsonText.of(Json.fromJava(problem(request, status))).getBytes(StandardCharsets.UTF_8);
            response.getCoyoteResponse().setStatus(status);
            response.setContentType("application/problem+json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Whoever asked has gone, or has been answered already.
        }
    }

    private static Map<String, Object> problem(Request request, int status) {
        ResourceBundle texts = TextFiles.beside(Unparsed.class, "messages", language(request));
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
        problem.put("requestId", RequestId.current());
        problem.put("findings", List.of(finding));
        return problem;
    }

    private static Locale language(Request request) {
        try {
            String asked = request.getHeader("Accept-Language");
            return asked != null && asked.strip().startsWith("en") ? Locale.ENGLISH : Locale.of("da");
        } catch (RuntimeException e) {
            return Locale.of("da"); // the headers can't be read either
        }
    }
}
