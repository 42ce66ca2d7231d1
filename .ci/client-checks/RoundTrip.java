import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.client.api.ArchivesApi;
import org.openapitools.client.api.OrganisationsApi;
import org.openapitools.client.api.PlansApi;
import org.openapitools.client.model.NewPlan;
import org.openapitools.client.model.Problem;

/** Sends a problem to a service through a generated client and reads it back. Arguments: address, token, file of the problem. */
final class RoundTrip {
    private RoundTrip() {}

    public static void main(String[] args) throws Exception {
        var client = Connection.open(args[0], args[1]);
        String organisation = new OrganisationsApi(client)
                .listOrganisations(null, "en")
                .getItems()
                .getFirst()
                .getId();
        Problem problem = Connection.read(Files.readString(Path.of(args[2])), Problem.class);
        problem.getInterventions().forEach(each -> each.setParameterVersion(1)); // as the service writes it
        var plans = new PlansApi(client);
        String plan = plans.createPlan(
                        organisation, new NewPlan().title("Round trip").problem(problem), "en", null, null)
                .getId();
        Problem kept = plans.getProblem(plan, "en");
        check(kept.equals(problem), "The problem that was read back differs from the one that was sent.");
        byte[] archive = Connection.archive(new ArchivesApi(client), plan);
        check(archive.length > 4 && archive[0] == 'P' && archive[1] == 'K', "The archive is no zip file.");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
