/**
 * Every number of the rules, by name. A scenario sets them all; `--set` and what-if change one.
 *
 * Flat on purpose: one name, one number, so that a sweep or a command line can reach each of them. The letters and
 * digits in brackets are the rules of SPEC.md that read the number. Units: cash (about 20 to 25 thousand yuan),
 * knowledge, points (of effort or budget), rounds, or a plain ratio.
 */
export interface Parameters {
  // --- The game as a whole -----------------------------------------------------------------------------------------
  /** Rounds in a game; a round is a year. [R1] */
  readonly rounds: number;
  /** First round in which demand asks for variety; beyond `rounds`: never. [M1] */
  readonly shockRound: number;
  /** Points a firm or university places each round. [E1] */
  readonly effort: number;
  /** Points left of those in a round of disarray. [E2] */
  readonly disarrayEffort: number;
  /** Rounds of disarray after a hub falters. [H1] */
  readonly disarrayRounds: number;
  /** Bounds of a firm's or university's luck, a factor on what it learns. [K9] */
  readonly luckLow: number;
  readonly luckHigh: number;

  // --- Where everyone starts [S2] ----------------------------------------------------------------------------------
  /** Cash. */
  readonly startCash: number;
  /** Knowledge of a firm. */
  readonly startKnowledge: number;
  /** Knowledge of a university. */
  readonly startUniversityKnowledge: number;
  /** Trust of everyone in everyone, 0..1. */
  readonly startTrust: number;
  /** Common knowledge of the district. */
  readonly startCommons: number;
  /** Law, 0..1. */
  readonly startLaw: number;
  /** Ownership distance, 0..1. */
  readonly startDistance: number;
  /** Venture fund, cash. */
  readonly startFund: number;

  // --- Governance --------------------------------------------------------------------------------------------------
  /** Budget of each government body in the first round, points. [G1] */
  readonly firstBudget: number;
  /** Later budgets: this many points … [G1] */
  readonly budgetBase: number;
  /** … and one more for this much tax (cash) the district paid in the round before … [G1] */
  readonly taxPerBudgetPoint: number;
  /** … but never more than this, points. [G1] */
  readonly budgetMax: number;
  /** Law gained per point. [G2] */
  readonly lawPerPoint: number;
  /** Law lost each round. [G2] */
  readonly lawDecay: number;
  /** Cash into the venture fund per point. [G3] */
  readonly fundPerPoint: number;
  /** Ownership distance removed per point. [G4] */
  readonly reformPerPoint: number;
  /** Ownership distance never falls below this. [G4] */
  readonly distanceFloor: number;
  /** Common knowledge gained per point of training. [G5] */
  readonly trainingPerPoint: number;
  /** Points of command, all bodies together, that make the largest tree absorb a firm. [G6] */
  readonly commandNeeded: number;
  /** Most firms in a tree that grows by command. [G6] */
  readonly commandTreeLimit: number;
  /** Cash to the head of that tree per point of command. [G6] */
  readonly commandGift: number;
  /** Certificates the Commission has to give. [G7] */
  readonly listPlaces: number;
  /** First round in which it gives them. [G7] */
  readonly listFrom: number;

  // --- Deals -------------------------------------------------------------------------------------------------------
  /** Most pacts one actor holds. [D2] */
  readonly pactLimit: number;
  /** Most firms in a tree that grows by consent. [D4] */
  readonly treeLimit: number;
  /** Price of a firm: this much cash … [D5] */
  readonly priceBase: number;
  /** … and this much per point of its knowledge. [D5] */
  readonly pricePerKnowledge: number;
  /** Cash from a bank loan. [D6] */
  readonly loanCash: number;
  /** Equal instalments, one a round, the first in the round of the loan. [D6] */
  readonly loanInstalments: number;
  /** Interest a round on what is still owed. [A5] */
  readonly loanInterest: number;
  /** Most loans at a time. [D6] */
  readonly loanLimit: number;
  /** Cash for a venture stake. [D7] */
  readonly ventureCash: number;
  /** Most venture stakes a firm sells. [D7] */
  readonly ventureLimit: number;
  /** What the investors await in return, cash, taken off the score until earned by research. [D7] */
  readonly ventureDue: number;
  /** Cash the venture fund must hold to finance a stake, and then pays. [D7] */
  readonly ventureFundNeeded: number;
  /** Chance of venture capital when the fund holds enough. [D7] */
  readonly ventureChanceFunded: number;
  /** Chance without it: the share of firms that had any. [D7] */
  readonly ventureChance: number;
  /** How much of the due is earned in a round of enough research and sharing, cash. [A6] */
  readonly ventureRelief: number;
  /** Points of research and sharing together that are enough. [A6] */
  readonly ventureResearchNeeded: number;
  /** First round in which foreign partners come. [D8] */
  readonly foreignFrom: number;
  /** Most foreign partners a firm takes in a game. [D8] */
  readonly foreignLimit: number;
  /** Cash a foreign partner brings. [D8] */
  readonly foreignCash: number;
  /** Knowledge it brings at once. [D8] */
  readonly foreignKnowledge: number;
  /** Pacts fewer a firm may hold per foreign partner. [D2, D8] */
  readonly foreignPactLoss: number;
  /** 1 where an owned firm may buy itself out, 0 where it may not. [D9] */
  readonly leaveAllowed: number;
  /** Factor on the price for a firm absorbed by command. [D9] */
  readonly leaveForced: number;

  // --- Knowledge ---------------------------------------------------------------------------------------------------
  /** Complementarity of two actors by distance of their fields on the ring: same, neighbouring, two apart, opposite. [K1] */
  readonly complementSame: number;
  readonly complementNear: number;
  readonly complementMiddle: number;
  readonly complementFar: number;
  /** Inside a tree exchange loses this share per further member … [K2] */
  readonly treeExchangeLoss: number;
  /** … but keeps at least this. [K2] */
  readonly treeExchangeFloor: number;
  /** Knowledge per point of own research. [K3] */
  readonly researchGain: number;
  /** Research loses this share per further member of the tree … [K3] */
  readonly researchTreeLoss: number;
  /** … but keeps at least this. [K3] */
  readonly researchTreeFloor: number;
  /** Factor on the research of a firm absorbed by command. [K3] */
  readonly forcedResearch: number;
  /** Each rival on the same project dilutes research by this. [K3] */
  readonly duplication: number;
  /** Knowledge per point of research of the other members of one's tree. [K4] */
  readonly treeSpill: number;
  /** Factor on what a pact teaches by giving and by receiving. [K5] */
  readonly pactGain: number;
  /** Share of a given point that teaches the giver. [K5] */
  readonly pactOwn: number;
  /** Knowledge from working together, per point both give. [K5] */
  readonly pactJoint: number;
  /** How far full law makes up for missing trust. [K5] */
  readonly lawTrust: number;
  /** Common knowledge per point shared across trees. [K6] */
  readonly commonsPerShare: number;
  /** Common knowledge per point of an opened laboratory. [K6] */
  readonly commonsPerOpen: number;
  /** Knowledge of its spin-offs, together, per point of shelter. [K7] */
  readonly shelterGain: number;
  /** Knowledge per unit of common knowledge to a firm that can take all of it in. [K8] */
  readonly commonsGain: number;
  /** Share of that which even a firm without research takes in … [K8] */
  readonly commonsIdle: number;
  /** … and what comes on top with research … [K8] */
  readonly commonsActive: number;
  /** … in full from this many points of research and sharing. [K8] */
  readonly commonsFull: number;
  /** Factor on all that a certified firm learns. [K9] */
  readonly listLearn: number;
  /** Share of knowledge still of use a round later. [K9] */
  readonly knowledgeKept: number;
  /** The same for common knowledge. [K6] */
  readonly commonsKept: number;
  /** Cash each firm pays per pact and round. [K10] */
  readonly pactCost: number;
  /** A gap in sharing up to this many points is let pass. [K11] */
  readonly lawGap: number;
  /** Cash per point of a larger gap at full law, from who gave less to who gave more. [K11] */
  readonly lawPenalty: number;

  // --- Market ------------------------------------------------------------------------------------------------------
  /** Weight of variety in demand before the shock … [M1] */
  readonly variety: number;
  /** … and from it on. [M1] */
  readonly varietyAfter: number;
  /** Advantage of scale to a tree without limit of size. [M2] */
  readonly scale: number;
  /** Points both sides must share for a pact to count as kept. [M3] */
  readonly keptShare: number;
  /** Flexibility of an independent firm: this … [M3] */
  readonly flexibility: number;
  /** … and this per pact kept in the round before … [M3] */
  readonly flexibilityPerPact: number;
  /** … up to this. [M3] */
  readonly flexibilityMax: number;
  /** In a tree: lost with each doubling of its size. [M3] */
  readonly flexibilityTreeLoss: number;
  /** In a tree: gained per pact kept in the round before. [M3] */
  readonly flexibilityTreePerPact: number;
  /** In a tree: never below this. [M3] */
  readonly flexibilityTreeFloor: number;
  /** Income per unit of knowledge. [M4] */
  readonly productGain: number;
  /** What customers pay more for variety than for standard goods. [M4] */
  readonly varietyPremium: number;
  /** Cash per point of trade in the first round. [M5] */
  readonly margin: number;
  /** Factor on it from one round to the next. [M5] */
  readonly marginKept: number;
  /** Factor on it from the shock on. [M5] */
  readonly marginAfter: number;
  /** Share of it lost if every firm puts everything into trade … [M5] */
  readonly glut: number;
  /** … from the shock on. [M5] */
  readonly glutAfter: number;
  /** How much of the advantage of scale traders have, before variety. [M6] */
  readonly tradeScale: number;

  // --- Payments ----------------------------------------------------------------------------------------------------
  /** Tax on income. [A1] */
  readonly taxRate: number;
  /** Factor on it for a certified firm. [A1] */
  readonly listTax: number;
  /** Share of product to the holder of each venture stake. [A2] */
  readonly ventureFee: number;
  /** Share of product, and of what the firm is worth, that belongs to each foreign partner. [A2, C1] */
  readonly foreignFee: number;
  /** Cash a firm costs to run. [A3] */
  readonly upkeep: number;
  /** Share of that saved in a tree without limit of size. [A3] */
  readonly upkeepSaving: number;
  /** Cash for coordination per further member of the tree. [A3] */
  readonly upkeepPerMember: number;
  /** Share of its income a subsidiary pays the head of its tree. [A4] */
  readonly tribute: number;
  /** The same for a firm absorbed by command. [A4] */
  readonly tributeForced: number;

  // --- Trust -------------------------------------------------------------------------------------------------------
  /** Points received at which a pact earns full trust. [T1] */
  readonly trustFullShare: number;
  /** How fast trust rises in a pact … [T1] */
  readonly trustUp: number;
  /** … and falls … [T1] */
  readonly trustDown: number;
  /** … and falls in the very round in which the pact was made. [T1] */
  readonly trustSigning: number;
  /** How fast trust outside a pact drifts … [T2] */
  readonly trustDrift: number;
  /** … to this. [T2] */
  readonly trustRest: number;

  // --- Distress and faltering --------------------------------------------------------------------------------------
  /** Share of knowledge a failed firm keeps. [F2] */
  readonly failureKnowledge: number;
  /** Cash it starts again with. [F2] */
  readonly failureCash: number;
  /** Share of knowledge the head of a faltering tree keeps … [H1] */
  readonly falterHeadKnowledge: number;
  /** … and its members. [H1] */
  readonly falterMemberKnowledge: number;
  /** Share of cash all of them keep. [H1] */
  readonly falterCash: number;

  // --- Scores ------------------------------------------------------------------------------------------------------
  /** Score of a firm per unit of knowledge. [C1] */
  readonly scoreKnowledge: number;
  /** … and lost per failure. [C1] */
  readonly scoreFailure: number;
  /** Score of a university per point of publishing … [C2] */
  readonly scorePublish: number;
  /** … of contracts outside Beijing … [C2] */
  readonly scoreOutside: number;
  /** … of shelter … [C2] */
  readonly scoreShelter: number;
  /** … per unit of product of its spin-offs … [C2] */
  readonly scoreSpinoffProduct: number;
  /** … per unit of knowledge of the district's firms, for being open … [C2] */
  readonly scoreOpen: number;
  /** … in full from this many points of opening and sharing … [C2] */
  readonly scoreOpenFull: number;
  /** … and per unit of knowledge of a partner, for sharing with it … [C2] */
  readonly scorePartner: number;
  /** … in full from this many points. [C2] */
  readonly scorePartnerFull: number;
  /** Score of the bureau per unit of tax … [C3] */
  readonly scoreBureauTax: number;
  /** … per point it put in command … [C3] */
  readonly scoreBureauCommand: number;
  /** … and per unit of the district's innovation over the game, at its end. [C3] */
  readonly scoreBureauInnovation: number;
  /** Score of the commission per unit of tax … [C4] */
  readonly scoreCommissionTax: number;
  /** … of the district's innovation … [C4] */
  readonly scoreCommissionInnovation: number;
  /** … and per point it put in command itself. [C4] */
  readonly scoreCommissionCommand: number;

  // --- Figures 2, 3 and 4 ------------------------------------------------------------------------------------------
  /** More than this many points of shelter tie a spin-off to its university. [I1] */
  readonly figureShelter: number;
  /** Hierarchy: vertical edges' share of all edges, at least … [I2] */
  readonly figureHierarchyVertical: number;
  /** … and at least this many vertical edges … [I2] */
  readonly figureHierarchyEdges: number;
  /** … or the largest tree's share of firms. [I2] */
  readonly figureHierarchyTree: number;
  /** Strong network: horizontal density, at least. [I3] */
  readonly figureStrongHorizontal: number;
  /** Share of pacts kept, at least. [I3] */
  readonly figureStrongReciprocity: number;
  /** Vertical edges' share, at most. [I3] */
  readonly figureStrongVertical: number;
  /** Largest tree's share of firms, at most. [I3] */
  readonly figureStrongTree: number;
  /** Horizontal density below which a weak network is called isolated. [I4] */
  readonly figureIsolated: number;
}
