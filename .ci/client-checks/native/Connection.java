import java.nio.file.Files;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.ArchivesApi;

/** How the client of Java's own HTTP client is set up. */
final class Connection {
    private Connection() {}

    static ApiClient open(String url, String token) {
        var client = new ApiClient();
        client.updateBaseUri(url);
        return client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }

    static <T> T read(String json, Class<T> type) throws Exception {
        return ApiClient.createDefaultObjectMapper().readValue(json, type);
    }

    static byte[] archive(ArchivesApi archives, String plan) throws Exception {
        return Files.readAllBytes(archives.getArchive(plan, "en").toPath());
    }
}
