package dk.grundskema.api.service.subscribe.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** ical.js on Node; it goes by the changes of clocks that the feed brings along. */
final class IcalJsClient implements CalendarClient {
    private static final String LIBRARY = ".ci/clients/node_modules/ical.js/dist/ical.js";

    private final ClientProgram program;
    private final Path library;

    IcalJsClient(ClientProgram program) {
        this.program = program;
        program.needs("nodejs", "node", "--version");
        this.library = library();
    }

    /** Returns the file of the library; the test is skipped if it is not installed. */
    static Path library() {
        var found = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(LIBRARY))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), "ical.js is not here; npm ci --prefix .ci/clients; or call .ci/run");
        return found.orElseThrow();
    }

    @Override
    public List<ClientEvent> readEvents(URI feed) throws IOException {
        String script = program.script("follow.mjs").toString();
        return ClientEvent.read(program.outputOf("node", script, library.toString(), feed.toString()));
    }
}
