import org.openapitools.client.ApiClient;
import org.openapitools.client.api.ArchivesApi;

/** How the client of Spring's RestClient is set up. */
final class Connection {
    private Connection() {}

    static ApiClient open(String url, String token) {
        var client = new ApiClient().setBasePath(url);
        client.setBearerToken(token);
        return client;
    }

    static <T> T read(String json, Class<T> type) throws Exception {
        return ApiClient.createDefaultMapper(null).readValue(json, type);
    }

    static byte[] archive(ArchivesApi archives, String plan) throws Exception {
        return archives.getArchive(plan, "en").getContentAsByteArray();
    }
}
