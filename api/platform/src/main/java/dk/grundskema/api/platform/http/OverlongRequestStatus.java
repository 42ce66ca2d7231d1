package dk.grundskema.api.platform.http;

import org.apache.catalina.connector.Request;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Determines which part of a request is too long. The web server reports all unparsable requests as bad requests; the client should learn whether the
 * address or the headers are too long. Sources: RFC 9112, chapter 3; RFC 6585, chapter 5.
 */
final class OverlongRequestStatus {
    private static final String LINES =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");
    private static final StringManager HEADERS = StringManager.getManager(MimeHeaders.class);

    private OverlongRequestStatus() {}

    /** Returns the correct status instead of the one that the web server set; the same status if nothing was too long. */
    static int resolve(Request request, int given, @Nullable Throwable failure) {
        if (given != HttpStatus.BAD_REQUEST.value() || failure == null) {
            return given;
        }
        if (LINES.equals(failure.getMessage())) {
            boolean isAddress = request.getCoyoteRequest().requestURI().isNull();
            return (isAddress ? HttpStatus.URI_TOO_LONG : HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE).value();
        }
        int most = request.getCoyoteRequest().getMimeHeaders().size();
        boolean areTooMany = HEADERS.getString("headers.maxCountFail", most).equals(failure.getMessage());
        return areTooMany ? HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE.value() : given;
    }
}
