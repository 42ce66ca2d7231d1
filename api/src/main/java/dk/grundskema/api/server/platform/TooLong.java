package dk.grundskema.api.server.platform;

import org.apache.catalina.connector.Request;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which lines of a request are too long. The web server calls all that it can't parse a bad request; whoever asked is to know whether it was the
 * address or the headers. Sources: RFC 9112, chapter 3; RFC 6585, chapter 5.
 */
final class TooLong {
    private static final String LINES =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");
    private static final StringManager HEADERS = StringManager.getManager(MimeHeaders.class);

    private TooLong() {}

    /** The right status in place of that which the web server gave; the same one if nothing was too long. */
    static int status(Request request, int given, @Nullable Throwable failure) {
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
