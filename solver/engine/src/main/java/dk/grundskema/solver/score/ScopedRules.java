package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.score.CompiledRules.RuledScope;
import dk.grundskema.solver.spi.Rule;
import java.util.List;

/**
 * Rules with what an evaluation from scratch needs. It takes a fraction of the time that compiling them for a search does.
 *
 * @param blueprint the indexed problem
 * @param rules     the rules; each reports which of them failed if it throws
 * @param weights   weight of each rule
 * @param scopes    scopes of the local rules
 */
public record ScopedRules(Blueprint blueprint, List<Rule> rules, long[] weights, List<RuledScope> scopes) {}
