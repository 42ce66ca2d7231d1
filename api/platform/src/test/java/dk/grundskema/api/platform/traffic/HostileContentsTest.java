package dk.grundskema.api.platform.traffic;

import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.ACCOUNTS;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.JSON;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.SIGNED_IN;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.assertRefused;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.request;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contents that are too large or mislabelled are refused before they do harm. */
final class HostileContentsTest {
    @RegisterExtension
    static final AttackedServiceExtension service = new AttackedServiceExtension();

    @Test
    @Tag("http")
    void contentsOfAGigabyteAreCutOff() throws IOException {
        String announced =
                service.raw(request("POST " + ACCOUNTS, SIGNED_IN + JSON + "Content-Length: 1073741824\r\n"));
        assertRefused(announced, 413, "rest.too-large");
        assertThat(announced)
                .as("the limit that is set is the one that is said")
                .contains(" 40 MB");
        assertRefused(
                streamed(request("POST " + ACCOUNTS, SIGNED_IN + JSON + "Transfer-Encoding: chunked\r\n")),
                413,
                "rest.too-large");
    }

    @Test
    @Tag("http")
    void tooLargeUploadFromABrowserShowsAnErrorPage() throws IOException {
        String page = service.raw(request(
                "POST /language", "Accept: text/html\r\nAccept-Language: da\r\nContent-Length: 1073741824\r\n"));
        assertThat(page)
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("Content-Type: text/html;charset=utf-8")
                .contains("lang=\"da\"", " 40 MB", "Til mine planer", "Content-Security-Policy: default-src 'self';")
                .doesNotContain("urn:grundskema");
    }

    /** Browsers read the response when they have sent the whole form, however large it is. */
    @Test
    void tooLargeFormThatIsSentToTheEndIsAnsweredWithTheLimit() throws IOException {
        byte[] megabyte = " ".repeat(1 << 20).getBytes(StandardCharsets.ISO_8859_1);
        int megabytes = 70;
        String begin = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n";
        String end = "\r\n--x--\r\n";
        long length = begin.length() + ((long) megabytes << 20) + end.length();
        try (Socket socket = service.connection(30)) {
            OutputStream out = socket.getOutputStream();
            out.write(request(
                            "POST /api/v1/organisations/home/imports",
                            SIGNED_IN + "Content-Type: multipart/form-data;boundary=x\r\nContent-Length: " + length
                                    + "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(begin.getBytes(StandardCharsets.ISO_8859_1));
            for (int sent = 0; sent < megabytes; sent++) {
                out.write(megabyte);
            }
            out.write(end.getBytes(StandardCharsets.ISO_8859_1));
            String answer = AttackedServiceExtension.read(socket.getInputStream());
            assertRefused(answer, 413, "rest.too-large");
            assertThat(answer).contains(" 40 MB");
        }
    }

    /** Content that no operation reads is hashed for idempotency, with the same size limit. */
    @Test
    void contentsOfAGigabyteThatNobodyAskedForAreCutOffToo() throws IOException {
        String key = "Idempotency-Key: gigabyte\r\nTransfer-Encoding: chunked\r\n";
        assertRefused(streamed(request("POST /api/v1/sign-out", SIGNED_IN + key)), 413, "rest.too-large");
    }

    /** Sends a gigabyte in chunks and reads concurrently, as some clients do; the response must arrive before the end. */
    private String streamed(String head) throws IOException {
        byte[] chunk = ("100000\r\n" + " ".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try (Socket socket = service.connection(30)) {
            var answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return AttackedServiceExtension.read(socket.getInputStream());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            int sent = 0;
            try {
                while (sent < 1024) {
                    out.write(chunk);
                    sent++;
                }
            } catch (SocketException e) {
                // It hung up, as it should.
            }
            assertThat(sent).isLessThan(100);
            return answer.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-in", "password", "first-administrator"})
    void anonymousCallerCanSendOnlySmallContents(String operation) throws Exception {
        String path = "/api/v1/" + operation;
        ServiceClient stranger = ServiceClient.anonymous(service.server());
        assertThat(stranger.send("POST", path, " ".repeat(4 << 10) + "{}").status())
                .isEqualTo(422);
        Answer large = stranger.send("POST", path, " ".repeat(9 << 10) + "{}");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.at("/code")).isEqualTo("rest.too-large-unknown");
        assertThat(service.administrator()
                        .send("POST", ACCOUNTS, " ".repeat(9 << 10) + "{}")
                        .status())
                .as("a signed-in caller may send more")
                .isEqualTo(422);
        byte[] chunk = ("1000\r\n" + " ".repeat(1 << 12) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] end = "0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(
                service.raw(request("POST " + path, JSON + "Transfer-Encoding: chunked\r\n"), chunk, chunk, chunk, end),
                413,
                "rest.too-large-unknown");
    }

    @Test
    void anonymousCallerCannotSendFiles() throws IOException {
        String file = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n"
                + " ".repeat(20_000) + "\r\n--x--\r\n";
        String headers = "Content-Type: multipart/form-data;boundary=x\r\nContent-Length: " + file.length() + "\r\n";
        assertRefused(
                service.raw(
                        request("POST /api/v1/organisations/home/imports", headers),
                        file.getBytes(StandardCharsets.ISO_8859_1)),
                401,
                "rest.sign-in");
    }

    @Test
    void malformedJsonContentIsRefused() throws IOException {
        ServiceClient client = service.administrator();
        assertThat(client.send("POST", ACCOUNTS, "[".repeat(100_000)).status()).isEqualTo(400);
        for (int depth : new int[] {JsonTreeParser.DEEPEST, JsonTreeParser.DEEPEST + 1}) {
            Answer deep = client.send("POST", ACCOUNTS, "[".repeat(depth) + "]".repeat(depth));
            boolean isTooDeep = depth > JsonTreeParser.DEEPEST;
            assertThat(deep.status()).isEqualTo(isTooDeep ? 400 : 422);
            assertThat(deep.at("/code")).isEqualTo(isTooDeep ? "json.too-deep" : "value.wrong-type");
        }
        assertThat(client.send("POST", ACCOUNTS, "{\"title\":".repeat(50_000)).status())
                .isEqualTo(400);
        assertThat(client.send("POST", ACCOUNTS, "{\"title\": \"a\", \"title\": \"b\", \"problem\": {}}")
                        .status())
                .isEqualTo(400);
        Answer huge = client.send("POST", ACCOUNTS, "{\"title\": 1e999999999, \"problem\": 1}");
        assertThat(huge.status()).isEqualTo(400);
        assertThat(huge.at("/code")).isEqualTo("json.number-beyond-limits");
        byte[] latin = "{\"title\": \"b\u00e6\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(
                service.raw(
                        request("POST " + ACCOUNTS, SIGNED_IN + JSON + "Content-Length: " + latin.length + "\r\n"),
                        latin),
                400,
                "file.broken-text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "nonsense",
                "application/json; charset=nonsense",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded"
            })
    void mediaTypesThatAreWrong(String type) throws IOException {
        byte[] content = "{}".getBytes(StandardCharsets.UTF_8);
        assertRefused(
                service.raw(
                        request("POST " + ACCOUNTS, SIGNED_IN + "Content-Type: " + type + "\r\nContent-Length: 2\r\n"),
                        content),
                415);
    }
}
