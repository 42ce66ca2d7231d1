package dk.grundskema.solver.precheck;

import org.jgrapht.alg.flow.DinicMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/** A network in which as much as possible is to flow from people to needs. */
final class FlowNetwork {
    static final int SOURCE = 0;
    static final int SINK = 1;

    private final SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph =
            new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    private int nodes;

    FlowNetwork() {
        node();
        node();
    }

    /** A new node. */
    int node() {
        graph.addVertex(nodes);
        return nodes++;
    }

    /** A way from one node to another that lets so much through. */
    void edge(int from, int to, long capacity) {
        if (capacity > 0) {
            DefaultWeightedEdge edge = graph.addEdge(from, to);
            graph.setEdgeWeight(edge, (double) capacity);
        }
    }

    /** A new node that is reached from another, through which so much can flow. */
    int nodeAfter(int from, long capacity) {
        int node = node();
        edge(from, node, capacity);
        return node;
    }

    /** The most that can flow. */
    long mostFlow() {
        return Math.round(new DinicMFImpl<>(graph).getMaximumFlowValue(SOURCE, SINK));
    }
}
