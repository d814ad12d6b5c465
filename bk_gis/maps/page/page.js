var bkgis=(()=>{var jt=Object.defineProperty;var hs=Object.getOwnPropertyDescriptor;var us=Object.getOwnPropertyNames;var ds=Object.prototype.hasOwnProperty;var fs=(s,t)=>{for(var e in t)jt(s,e,{get:t[e],enumerable:!0})},ms=(s,t,e,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let o of us(t))!ds.call(s,o)&&
o!==e&&jt(s,o,{get:()=>t[o],enumerable:!(n=hs(t,o))||n.enumerable});return s};var ps=s=>ms(jt({},"__esModule",{value:!0}),s);var xn={};fs(xn,{DEGREE:()=>B,Live:()=>G,View:()=>rt,el:()=>u,formatNumber:()=>M,learn:()=>Mt,located:()=>Ht,memo:()=>O,missingUnits:()=>W,refill:()=>I,ringsOf:()=>q,
rounded:()=>D,saveFile:()=>gt,say:()=>m,shortUnits:()=>St,start:()=>yn,summarise:()=>H,unitName:()=>j,unitNames:()=>Et});var G=class{followers=[];follow(t){this.followers.push(t)}show(t){for(let e of this.followers)e(t)}text(t){let e=document.createTextNode("");return this.follow(
n=>{let o=t(n);e.data!==o&&(e.data=o)}),e}attribute(t,e,n){return this.follow(o=>{let i=n(o);t.getAttribute(e)!==i&&ce(t,e,i)}),t}};function ce(s,t,e){e===!1||e===
null||e===void 0?s.removeAttribute(t):s.setAttribute(t,e===!0?"":e)}function u(s,t={},...e){let n=document.createElement(s);for(let[o,i]of Object.entries(t))typeof i==
"function"?n.addEventListener(o,i):ce(n,o,i);return n.append(...e.flat().filter(o=>o!=null)),n}var gs="http://www.w3.org/2000/svg";function S(s,t,...e){let n=document.
createElementNS(gs,s);for(let[o,i]of Object.entries(t))n.setAttribute(o,i);return n.append(...e),n}function I(s,...t){let e=s.contains(document.activeElement)?document.
activeElement.dataset.key:null,n=s.firstChild?s.scrollTop:0;if(s.replaceChildren(...t.flat().filter(Boolean)),n&&(s.scrollTop=n),e){let o=[...s.querySelectorAll(
"[data-key]")].find(i=>i.dataset.key===e);o||(s.tabIndex=-1),(o||s).focus({preventScroll:!0})}}function ct(s){let t=null,e=requestAnimationFrame(()=>{e=requestAnimationFrame(
()=>{t=setTimeout(s)})});return()=>{cancelAnimationFrame(e),clearTimeout(t)}}function Q(){return parseFloat(getComputedStyle(document.documentElement).fontSize)}function O(s){let t=new WeakMap;return(e,...n)=>(t.has(e)||t.set(e,s(e,...n)),t.get(e))}var le={disc:{largest:18,whole:640,most_painted:.1,least_growth:.7,most_growth:2.2,outline:1.75,edge:"#FFFFFF",gap:5.8,open:6,step:.3,halves:8,crowd:300},status:{
at:2.3,width:1.2,dash:[3,2.4],tick:5},name:{beside:4,above:3,corner:3,further:14,steps:13,ways:16,leader:8,joints:32,line:1.5,all_up_to:60},area:{spots:12,around:3,
vertices:100,width:2,clear:8,most_marked:30},hatch:{step:5,width:.8,colour:"#B3A594"},tints:["#F3EBDC","#E3EFE1","#E4EBF5","#F4E6EA","#EFEAF6","#E6F1F2","#F5EFD\
2","#ECECEC"]};var{disc:C,name:P,area:U,hatch:F,status:T}=le;function X(s,t,e){let n=0;return s.map((o,i)=>(n+=o*t[i],e*Math.sqrt(n)))}var B=1e5;function ue(s){let t=[],e=[0,0];for(let n=0,o=0;n<s.length;o^=1){let i=0,r=0,a;do a=s.charCodeAt(n++)-63,i|=(a&31)<<r,r+=5;while(a>=32);e[o]+=i&1?~(i>>
1):i>>1,t.push(e[o])}return t}var V=s=>s<0?~s:s;function ws(s,t){let e=[];for(let n of t){let o=s[V(n)],i=o.length-2;for(let r=e.length?2:0;r<=i;r+=2){let a=n<0?
i-r:r;e.push([o[a+1]/B,o[a]/B])}}return e}var he=(s,t)=>(s[t]+2**25)*2**26+s[t+1]+2**25;function lt(s,t){let e=new Uint8Array(s.length),n=t.flat(2);for(let c of n)
e[V(c)]+=1;let o=c=>c<0?he(s[~c],s[~c].length-2):he(s[c],0),i=c=>o(~c),r=new Map;for(let c of n){if(e[V(c)]!==1)continue;let l=o(c);r.has(l)||r.set(l,[]),r.get(
l).push(c)}let a=[];for(let c of r.values())for(;c.length;){let l=[c.pop()];for(let h=r.get(i(l[0]));h&&h.length;h=r.get(i(l.at(-1))))l.push(h.pop());a.push(l)}
return a}function yt(s,[t,e]){let n=!1;for(let o of s)for(let i=0,r=o.length-1;i<o.length;r=i++){let[a,c]=[o[i],o[r]];a[0]>t!=c[0]>t&&e<(c[1]-a[1])*(t-a[0])/(c[0]-
a[0])+a[1]&&(n=!n)}return n}var q=O(({outline:s},{arcs:t})=>s.map(e=>ws(t,e))),Z=O(({outline:s},{arcs:t})=>Dt(s.flat().map(e=>t[V(e)])));function Dt(s){let[t,e,
n,o]=[1/0,1/0,-1/0,-1/0];for(let i of s)for(let r=0;r<i.length;r+=2)i[r]<e&&(e=i[r]),i[r]>o&&(o=i[r]),i[r+1]<t&&(t=i[r+1]),i[r+1]>n&&(n=i[r+1]);return[[t/B,e/B],
[n/B,o/B]]}function xt(s,t,e=null){let n=s.map(()=>[]);t.rings.forEach((i,r)=>{for(let a of i.flat())n[V(a)].push(r)});let o={commune:[],district:[],subregion:[],
outline:[]};return n.forEach((i,r)=>{let[a,c]=i,l=h=>h[a]!==h[c];i.length<2?o.outline.push(r):l(t.subregion)?o.subregion.push(r):l(t.district)?o.district.push(r):
(!e||l(e))&&o.commune.push(r)}),o}function fe(s){let t=s.communes.arcs.map(a=>ue(a)),{communes:e,districts:n,clusters:o}=s,i=(a,c)=>lt(t,e.rings.filter((l,h)=>a[h]===c)),r={...s,arcs:t,borders:xt(
t,e),bounds:Dt(s.inset?[...t,s.inset.box]:t),communes:e.code.map((a,c)=>Object.freeze({code:a,name:e.name[c],unit:e.unit[c],district:e.district[c]??null,subregion:e.
subregion[c]??null,outline:e.rings[c]})),subregions:s.subregions.map((a,c)=>Object.freeze({...a,outline:i(e.subregion,c)})),districts:n.code.map((a,c)=>Object.freeze(
{code:a,name:n.name[c],subregion:n.subregion[c]??null,outline:i(e.district,c)})),clusters:o.id.map((a,c)=>Object.freeze({id:a,index:c,name:o.name[c],printed:o.printed[c],
...Ht(o,c),became:o.became[c],changed:o.changed[c],note:o.note[c],status:o.became[c]?.status??"unknown",ha:o.ha.map(l=>l[c])}))};return r.hasStatuses=r.clusters.
some(({became:a})=>a),r.tinted=r.subregions.length?r.subregions:[{tint:s.tint,outline:lt(t,e.rings)}],r.units={commune:r.communes,district:r.districts,subregion:r.
subregions}[r.level],Object.freeze(r)}var Ht=({location:s,district:t,subregion:e,units:n,communes:o,methods:i,method:r,x:a,y:c},l)=>({location:s[l],district:t[l]??
null,subregion:e[l]??null,units:n[l],communes:o[l],method:i[r[l]],latlng:a[l]===null?null:[c[l]/B,a[l]/B]}),j=(s,t)=>s.name??s.label[t];function K(s,t){return{district:s.
districts[t.district],subregion:s.subregions[t.subregion]}}function A(s,t){return s.phases.map(e=>+(t.alone?e.end===t.by:e.end<=t.by))}var D=s=>Math.round(s*1e6)/
1e6;function z(s,t){let e=0;for(let n=0;n<t.length;n++)e+=s.ha[n]*t[n];return D(e)}function kt({district:s,subregion:t}){return s===null&&t===null}function tt(s,t,e){
return t.district!==null?e.district===t.district:t.subregion!==null?e.subregion===t.subregion:!0}var Ft=(s,t)=>Object.hasOwn(s,t)?s[t]:void 0;function qt(s,t,e=[]){
let n=t.map((r,a)=>a).filter(r=>t[r]),o=r=>{if(s&&s[r]!==null)return s[r];let a=e.map(c=>c?c[r]:null);return a.length&&!a.includes(null)?a.reduce((c,l)=>c+l,0):
null},i=n.map(o);return i.length&&!i.includes(null)?D(i.reduce((r,a)=>r+a,0)):null}var de=O(()=>new Map);function H(s,{by:t,alone:e}){let n=`${t} ${!!e}`,o=de(s);
return o.has(n)||o.set(n,ys(s,{by:t,alone:e},s.before&&de(s.before).get(n))),o.get(n)}function ys(s,t,e){let n=A(s,t),o=A(s,{...t,alone:!1}),i=f=>({clusters:0,hectares:0,
there:0,...f,covered:0,of:0,stated:null}),r=f=>(e?e[f]:s[f].map(()=>null)).map(i),[a,c,l]=[r("districts"),r("subregions"),i(e?.whole)],h={commune:()=>r("units"),
district:()=>a,subregion:()=>c}[s.level](),d=({district:f,subregion:k},y)=>new Set([a[f],c[k],...y.map(g=>h[g]),l]),p=(f,k,y)=>{for(let g of f)g&&(g[k]+=y)},w=(f,k)=>{
let y=z(f,n);if(y>0){let g=d(f,f.units);p(g,"clusters",k),p(g,"hectares",k*y)}z(f,o)>0&&p(new Set(f.units.map(g=>h[g])),"there",k)},b=e?s.before.clusters:[];for(let f=0;f<
Math.max(b.length,s.clusters.length);f++)b[f]!==s.clusters[f]&&(b[f]&&w(b[f],-1),s.clusters[f]&&w(s.clusters[f],1));s.units.forEach((f,k)=>{let y=s.level==="sub\
region"?[h[k],l]:d(f,[k]);p(y,"of",1),h[k].there&&p(y,"covered",1)});let x=f=>s.districts.filter(f).map(({code:k})=>Ft(s.stated.districts,k));a.forEach((f,k)=>{
f.stated=qt(Ft(s.stated.districts,s.districts[k].code),n)}),c.forEach((f,k)=>{let y=x(({subregion:g})=>g===k);f.stated=qt(Ft(s.stated.subregions,s.subregions[k].
id),n,y)}),l.stated=qt(s.stated.province,n,x(()=>!0));for(let f of new Set([...a,...c,...h,l]))f.hectares=D(f.hectares);return{districts:a,subregions:c,units:h,
whole:l}}function W(s,t){let{units:e}=H(s,{by:t,alone:!1});return e.flatMap(({covered:n},o)=>n?[]:[o])}var N=s=>s.length>U.most_marked,vt=({rules:s})=>s.some(({
clusters:t})=>t===1);function St(s,{by:t,clusters:e,hectares:n}){let{units:o}=H(s,{by:t,alone:!1}),i=r=>r.clusters>=(e??0)&&r.hectares>=(n??0)-1e-6;return o.flatMap(
(r,a)=>i(r)?[]:[a])}var ht={};function Mt(s){ht={...ht,...s}}function m(s,t,e={}){if(!ht[t])throw new Error(`words.toml has no '${t}' for the page`);return ht[t][s].replace(/\{(\w+)\}/g,
(n,o)=>String(e[o]))}function ut(s,t){return m(s,ht[`placed ${t}`]?`placed ${t}`:"not placed")}var $t=s=>{let t=null;return()=>t??=s()},xs={vi:$t(()=>new Intl.NumberFormat(
"vi",{maximumFractionDigits:2})),en:$t(()=>new Intl.NumberFormat("en",{maximumFractionDigits:2}))},ks={vi:$t(()=>new Intl.DateTimeFormat("en-GB",{day:"2-digit",
month:"2-digit",year:"numeric",timeZone:"UTC"})),en:$t(()=>new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"long",year:"numeric",timeZone:"UTC"}))};function M(s,t){
return xs[s]().format(t.toFixed(2))}function Gt(s,t){return ks[s]().format(new Date(t))}var vs=/(^| )(b|ch|d|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?= |$)/g;function dt(s){
return s.normalize("NFD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[đðɖ]/g,"d").replace(/[\s-]+/g," ").trim().replace(vs,"$1$2i")}function me(s,t){
let e=s==="vi"?";":",",n=o=>{if(typeof o=="number")return s==="vi"?String(o).replace(".",","):String(o);let i=/^\s*[=+\-@\t\r]/.test(o)?`'${o}`:o;return/[",;\r\n]/.
test(i)?`"${i.replace(/"/g,'""')}"`:i};return`\uFEFF${t.map(o=>o.map(n).join(e)).join(`\r
`)}\r
`}var Lt=["founded","planned","withdrawn","unknown"],pe={"in time":"founded in time",later:"founded later",undated:"founded undated"},ft="#1c2329",Vt="#ffffff";function Ss(s,t){
let e=A(s,{by:t,alone:!1}),n=s.clusters.filter(a=>z(a,e)>0),o=a=>n.filter(a).length,i=a=>o(({status:c,became:l})=>c==="founded"&&a(l.date)),r=`${t}-12-31`;return{
all:n.length,...Object.fromEntries(Lt.map(a=>[a,o(({status:c})=>c===a)])),"in time":i(a=>a&&a<=r),later:i(a=>a>r),undated:i(a=>!a)}}function ge(s,{by:t,lang:e}){
let n=Ss(s,t);if(n.all===n.unknown)return"";let o=Object.keys(pe).filter(a=>n[a]).map(a=>m(e,pe[a],{n:n[a],by:t})),i=n.later||n.undated?` (${o.join(", ")})`:"",
r=Lt.filter(a=>n[a]||a==="founded").map(a=>`${s.statusWords[a][e]} ${n[a]}${a==="founded"?i:""}`);return m(e,"became",{by:t,n:n.all,parts:r.join(", ")})}function be(s,{
x:t,y:e,r:n},o){if(o==="withdrawn"){let i=(n+T.at)*Math.SQRT1_2,r=(a,c)=>{s.strokeStyle=a,s.lineWidth=c,s.beginPath();for(let l of[1,-1])s.moveTo(t-i,e-l*i),s.lineTo(
t+i,e+l*i);s.stroke()};r(Vt,2.2*T.width),r(ft,1.2*T.width)}else o!=="unknown"&&(s.strokeStyle=ft,s.lineWidth=T.width,s.setLineDash(o==="planned"?T.dash:[]),s.beginPath(),
s.arc(t,e,n+T.at,0,2*Math.PI),s.stroke(),s.setLineDash([]))}function we(s,t){for(let[e,n]of[[Vt,3*T.width],[ft,T.width]]){s.strokeStyle=e,s.lineWidth=n,s.beginPath();
for(let{x:o,y:i,r}of t){let a=r+T.tick;s.moveTo(o-a,i),s.lineTo(o+a,i),s.moveTo(o,i-a),s.lineTo(o,i+a)}s.stroke()}}function Zt(s,t){let e={stroke:ft,fill:"none",
"stroke-width":T.width};if(s==="withdrawn"){let o=(t+T.at)*Math.SQRT1_2,i=`M${-o} ${-o} L${o} ${o} M${-o} ${o} L${o} ${-o}`;return[S("path",{d:i,stroke:Vt,"stro\
ke-width":2.2*T.width}),S("path",{d:i,...e})]}if(s==="unknown")return[];let n=s==="planned"?{"stroke-dasharray":T.dash.join(" ")}:{};return[S("circle",{r:t+T.at,
...e,...n})]}function Ot(s,t=5){let e=t+T.at+T.width;return S("svg",{class:"bk-status-mark",width:2*e,height:2*e,viewBox:`${-e} ${-e} ${2*e} ${2*e}`,"aria-hidde\
n":"true"},S("circle",{r:t,fill:"#8b959d"}),...Zt(s,t))}function ye(s=4){let t=s+T.tick;return S("svg",{class:"bk-status-mark",width:2*t,height:2*t,viewBox:`${-t}\
 ${-t} ${2*t} ${2*t}`,"aria-hidden":"true"},S("path",{d:`M${-t} 0 H${t} M0 ${-t} V${t}`,stroke:ft,"stroke-width":T.width}),S("circle",{r:s,fill:"#8b959d"}))}var $s=60,xe=8,Ms=20;function Kt(s,{ha:t,status:e},n,o,i=2.5){let r=X(t,n,o),a=Math.max(r.at(-1),1)+i,c=r.map((l,h)=>({radius:l,p:h})).filter(({radius:l,p:h})=>l>
(r[h-1]||0));return S("svg",{width:2*a,height:2*a,viewBox:`${-a} ${-a} ${2*a} ${2*a}`,"aria-hidden":"true"},...c.reverse().map(({radius:l,p:h})=>S("circle",{r:l,
fill:s.phases[h].colour})),...Zt(e,a-i))}function et(s,t){let{lang:e}=t,{number:n,date:o,issuer:i}=s.decision;return[u("h1",{},s.title[e]),u("p",{class:"bk-deci\
sion"},`${m(e,"decision",{number:n,date:Gt(e,o)})}, ${i[e]}`),s.asOf&&s.amended[e]?u("p",{class:"bk-decision"},s.amended[e]):null]}function ke(s,{speak:t,table:e,
picture:n,print:o}){let i=(a,c,l,h={})=>u("button",{type:"button",class:"bk-button","data-key":a,click:l,...h},c),r=s==="vi"?"en":"vi";return[i("lang",s==="vi"?
"English":"Tiếng Việt",()=>t(r),{lang:r}),i("table",m(s,"data"),e),i("picture",m(s,"picture"),n),...["A4","A3"].map(a=>i(a.toLowerCase(),`${m(s,"print")} ${a}`,
()=>o(a)))]}function Et(s,t,e){let n=(N(e)?e.slice(0,xe):e).map(o=>j(s.units[o],t)).join(", ");return N(e)?m(t,"first of",{names:n,n:e.length-xe}):n}function Ls(s,t){
let{lang:e,by:n}=t,o=s.units.length,i=s.levelWords[e],r=s.rules.map(d=>{let p=St(s,d),w=[d.clusters>1?`${d.clusters} ${m(e,"clusters")}`:null,d.hectares===null?
null:`${M(e,d.hectares)} ha`].filter(Boolean).join(", "),b=w?m(e,"at least",{least:w}):m(e,"one cluster"),x=p.length?"rule missed":"rule kept",f={...d,of:o,units:i,
what:b,n:o-p.length,missing:Et(s,e,p)};return{by:d.by,ok:!p.length,words:m(e,x,f),missing:p,of:!w}}),a=W(s,n);if(r.filter(d=>d.of).some(d=>d.by===n||d.ok&&d.by<
n&&!a.length))return r;let l=a.length?m(e,vt(s)?"missing":"without",{missing:Et(s,e,a)}):"",h=m(e,"as of",{by:n,of:o,units:i,n:o-a.length,rest:l});return[...r,{
by:n,ok:vt(s)?!a.length:null,words:h,missing:a}]}function Tt(s,t,e=null){let{lang:n}=t,o=ge(s,t);return[...Ls(s,t).flatMap(({ok:r,words:a,missing:c},l)=>[u("p",
{class:r===null?null:r?"bk-yes":"bk-no"},r===null?null:u("span",{class:"bk-mark","aria-hidden":"true"},r?"✓":"✗"),u("span",{},a)),e&&N(c)?u("details",{class:"\
bk-without"},u("summary",{"data-key":`without${l}`},m(n,"all without",{n:c.length,units:s.levelWords[n]})),u("ul",{},c.map(h=>u("li",{},u("button",{type:"button",
click:()=>e(h)},j(s.units[h],n)))))):null]),o?u("p",{class:"bk-became"},o):null].filter(Boolean)}function ve(s,t,e,{set:n,play:o,tryChanges:i}){let r=s.phases.map(
(c,l)=>{let h=w=>c.end===w.by,d=u("input",{type:"radio",name:"bk-by",value:c.end,"data-key":`by${c.end}`,change:()=>n({by:c.end})});e.follow(w=>{d.checked=h(w)});
let p=u("span",{class:"bk-dot",style:`--colour:${c.colour}`});return e.attribute(u("label",{class:"bk-step"},d,e.attribute(p,"data-on",w=>String(A(s,w)[l])),u("\
span",{class:"bk-year"},String(c.end)),u("span",{class:"bk-label"},c.label[t])),"data-on",w=>h(w)?"1":null)}),a=u("input",{type:"checkbox","data-key":"alone",change:c=>n(
{alone:c.target.checked})});return e.follow(c=>{a.checked=c.alone}),[u("fieldset",{class:"bk-steps"},u("legend",{},m(t,"timeline")),u("div",{class:"bk-track"},r)),
u("div",{class:"bk-row"},u("button",{type:"button",class:"bk-button","data-key":"play",click:o},e.text(({playing:c})=>c?`❚❚ ${m(t,"pause")}`:`▶ ${m(t,"pla\
y")}`)),u("label",{class:"bk-check"},a,m(t,"one phase")),i?e.attribute(u("button",{type:"button",class:"bk-button bk-chosen","data-key":"try",click:i},m(t,"try")),
"aria-pressed",({trying:c})=>String(c)):null),s.vintages.length?Os(s,t,e,n):null]}function Os(s,t,e,n){let o=(i,r)=>{let a=u("button",{type:"button",class:"bk-b\
utton","data-key":`boundaries${r}`,click:()=>n({boundaries:i})},r);return e.attribute(a,"aria-pressed",({boundaries:c})=>String(c===i))};return u("fieldset",{class:"\
bk-vintages"},u("legend",{},m(t,"boundaries shown")),o(null,String(s.ownYear)),s.vintages.map(({year:i})=>o(i,String(i))))}function Es(s,t,e,{name:n,key:o,kind:i,
rowOf:r,isOn:a,select:c}){let l=y=>r(H(s,y)),h=y=>y===null?"–":M(t,y),d=y=>10**-(String(y).split(".")[1]??"").length,p=({stated:y,hectares:g})=>!s.asOf&&y!==null&&
D(Math.abs(y-g))>=d(y),w=i!==s.level,b=({covered:y,of:g})=>y===g,x=({covered:y,of:g})=>w?`${y}/${g}`:m(t,y?"yes":"no"),f=y=>u("td",{},e.text(g=>y(l(g)))),k=u("b\
utton",{type:"button","data-key":o,click:c},n);return e.attribute(u("tr",{class:`bk-${i}`},u("th",{scope:"row"},e.attribute(k,"aria-pressed",y=>String(a(y)))),f(
({clusters:y})=>String(y)),f(({hectares:y})=>h(y)),e.attribute(f(({stated:y})=>h(y)),"class",y=>p(l(y))?"bk-differs":null),e.attribute(f(x),"class",y=>vt(s)?b(l(
y))?"bk-yes":"bk-no":null)),"data-on",y=>a(y)?"1":null)}function Se(s,t,e,{select:n}){let o=[{name:m(t,"whole"),key:"whole",kind:"whole",rowOf:({whole:l})=>l,isOn:kt,
select:()=>n({})}],i=l=>s.districts.forEach(({name:h,subregion:d},p)=>{d===l&&o.push({name:h,key:`d${p}`,kind:"district",rowOf:({districts:w})=>w[p],isOn:w=>w.district===
p,select:()=>n({district:p})})});s.subregions.forEach((l,h)=>{s.subregions.length>1&&o.push({name:l.label[t],key:`s${h}`,kind:"subregion",rowOf:({subregions:d})=>d[h],
isOn:d=>d.subregion===h,select:()=>n({subregion:h})}),i(h)}),i(null);let r=[s.level,"clusters","hectares","stated","covered"],a=({alone:l,by:h})=>m(t,l?"covered\
 by":"covered",{by:h}),c={covered:e.text(a),clusters:m(t,"clusters column"),hectares:m(t,"ha")};return u("table",{class:"bk-summary"},u("caption",{},e.text(l=>`${m(
t,"summary")}: ${mt(s,l)}`)),u("thead",{},u("tr",{},r.map(l=>u("th",{scope:"col"},c[l]||m(t,l))))),u("tbody",{},o.map(l=>Es(s,t,e,l))))}function mt(s,t){let e=s.
phases.find(({end:n})=>n===t.by);return t.alone?e.label[t.lang]:m(t.lang,"up to",{by:t.by}).toLocaleLowerCase(t.lang)}function pt(s,t){let e=A(s,t);return s.clusters.
filter(n=>z(n,e)>0&&tt(s,t,n))}function Y(s,t){return t.district!==null?s.districts[t.district].name:t.subregion!==null?s.subregions[t.subregion].label[t.lang]:
m(t.lang,"whole")}function $e(s,t,{open:e,hover:n}){let{lang:o}=t,i=A(s,t),r=pt(s,t),a=r.reduce((d,p)=>d+z(p,i),0),c=d=>u("li",{},u("button",{type:"button","dat\
a-key":`c${d.index}`,"aria-current":t.cluster===d.index?"true":null,click:()=>e(d.index),focus:()=>n(d.index),blur:()=>n(-1),mouseenter:()=>n(d.index),mouseleave:()=>n(
-1)},u("span",{class:"bk-glyph"},Kt(s,d,i,1.5)),u("span",{class:"bk-name"},d.name,d.note?"*":null,d.latlng?null:` (${m(o,"not placed")})`,d.became?" ":null,d.became?
u("small",{},s.statusWords[d.status][o]):null),u("span",{class:"bk-ha"},`${M(o,z(d,i))} ha`))),l=r.length>$s?r.slice(0,Ms):r,h=r.length-l.length;return[u("h2",{},
`${Y(s,t)}: ${r.length} ${m(o,"clusters")}, ${M(o,a)} ha`),u("ul",{class:"bk-list"},l.map(c)),h>0?u("p",{},m(o,s.districts.length?"more":"more without districts",
{n:M(o,h)})):null]}function st(s,t){let{boundaries:e}=s;return[u("p",{},m(t,"indicative")," ",s.asOf?"":s.amended[t]),u("p",{},e.note[t]," ",m(t,"boundaries dat\
e",{date:Gt(t,e.date)}),"."),u("p",{},`${m(t,"source")}: ${s.decision.number}; ${e.credit}.`)]}var J=(s,t)=>s.vintages.find(e=>e.year===t)??null,Ct=O((s,t)=>s.name.map((e,n)=>{let o=t.communes.filter((i,r)=>s.of[r]===n);return Object.freeze({name:e,unit:s.
unit[n],note:s.note[n]??null,isSame:o.length===1&&o[0].name===e&&o[0].unit===s.unit[n],outline:lt(t.arcs,o.map(({outline:i})=>i))})})),Me=O((s,t)=>xt(t.arcs,{rings:t.
communes.map(({outline:e})=>e),district:t.communes.map(({district:e})=>s.districts?e:null),subregion:t.communes.map(({subregion:e})=>e)},s.of));function Yt(s,t,e){
let n=i=>i===null?m(e,"share not known"):`${M(e,i)} %`,o=t.flatMap(i=>s.split[i]?s.split[i].map(([r,a])=>`${r} (${n(a)})`):[`${s.unit[s.of[i]]} ${s.name[s.of[i]]}`]);
return[[...new Set(o)].join("; "),s.province].filter(Boolean).join(", ")}function Jt(s,t,e){return t.length?s.vintages.map(n=>[m(e,"in year",{year:n.year}),Yt(n,
t,e)]):[]}function Ts(s,t,e){let n=[...s.legend].reverse().map(d=>({ha:d,r:X([d],[1],e)[0]})),o=n[0].r,[i,r]=[o+1,2*o+7],a=13,c=-a/2,l=n.flatMap(({ha:d,r:p})=>{let w=r-2*
p;return c=Math.max(w,c+a),[S("circle",{cx:i,cy:r-p,r:p,fill:"none",stroke:"#1c2329","stroke-width":1.2}),S("path",{d:`M${i} ${w} L${i+o+6} ${c} H${i+o+12}`,fill:"\
none",stroke:"#1c2329","stroke-width":.7}),S("text",{x:i+o+15,y:c+4,fill:"#1c2329"},`${M(t,d)} ha`)]}),h=Math.max(r+2,c+a/2+2);return S("svg",{class:"bk-circles",
width:i+o+70,height:h,"aria-hidden":"true"},...l)}function Cs(s){let[t,e]=[s.phases[0],s.phases.at(-1)];return S("svg",{width:30,height:30,viewBox:"-15 -15 30 3\
0","aria-hidden":"true"},S("circle",{r:14,fill:e.colour}),S("circle",{r:10,fill:t.colour}))}function Ps(s,{lang:t,by:e}){let n=W(s,e);if(!n.length)return null;let o=m(
t,`${s.level} without`);if(!N(n))return u("p",{class:"bk-missing"},`✗ ${o}`);let i=[-2,-1,0,1,2].map(r=>`M${r*F.step*Math.SQRT2} 14 l14 -14`).join("");return u(
"p",{class:"bk-hatched"},S("svg",{class:"bk-swatch",width:18,height:14,viewBox:"0 0 18 14","aria-hidden":"true"},S("path",{d:i,stroke:F.colour,"stroke-width":F.
width,fill:"none"})),o)}function As(s,{lang:t,boundaries:e}){let n=J(s,e);if(!n)return null;let o=n.name.filter((i,r)=>n.note[r]);return u("p",{class:"bk-note"},
m(t,"drawn of",{year:n.year,own:s.ownYear}),o.length?` ${m(t,"approximate",{names:o.join(", ")})}`:"")}var _s=s=>s.clusters.some(({method:t})=>t==="surveyed");function nt(s,t,e){
let{lang:n}=t,o=s.legend.map(i=>`${M(n,i)} ha`).join(", ");return[u("ul",{class:"bk-phases"},s.phases.map(i=>u("li",{},u("span",{class:"bk-swatch bk-round",style:`\
--colour:${i.colour}`}),i.label[n]))),u("div",{class:"bk-sizes",role:"img","aria-label":`${m(n,"size")}: ${o}`},u("span",{},m(n,"size")),Ts(s,n,e)),s.phases.length>
1?u("p",{class:"bk-ring"},Cs(s),u("span",{},m(n,"ring"))):null,s.hasStatuses?m(n,"statuses"):null,s.hasStatuses?u("ul",{class:"bk-statuses"},Lt.filter(i=>s.clusters.
some(({status:r})=>r===i)).map(i=>u("li",{},Ot(i),s.statusWords[i][n]))):null,u("ul",{class:"bk-tints"},s.subregions.map(i=>u("li",{},u("span",{class:"bk-swatch",
style:`--colour:${i.tint}`}),i.label[n]))),Ps(s,t),s.inset?u("p",{class:"bk-note"},s.inset.words[n]):null,As(s,t),kt(t)?null:u("p",{class:"bk-note"},m(n,"faded",
{name:Y(s,t)})),_s(s)?u("p",{class:"bk-ring"},ye(),u("span",{},m(n,"surveyed"))):null,u("p",{class:"bk-note bk-left-out"},m(n,"some")),u("p",{class:"bk-note"},m(
n,"indicative"))].filter(Boolean)}var At=class{constructor(t){this.page=t,this.all=null}render(){let{map:t,view:e,clusters:n,state:{lang:o}}=this.page,i=({target:a})=>{e.legendOpen=a.open,n.drawSoon()};
for(let a of this.all||[])a.remove();this.layerBox=u("div"),this.legendBox=u("div");let r=()=>{this.page.select({})};this.all=[L.control.zoom({position:"topleft",
zoomInTitle:m(o,"zoom in"),zoomOutTitle:m(o,"zoom out")}),Pt("topleft","leaflet-bar bk-home",u("button",{type:"button",title:m(o,"view all"),"aria-label":m(o,"v\
iew all"),click:r},"⌂")),Pt("topright","bk-card bk-layers",u("details",{toggle:()=>n.drawSoon()},u("summary",{},m(o,"layers")),this.layerBox)),Pt("bottomleft",
"bk-card bk-legend",u("details",{open:e.legendOpen,toggle:i},u("summary",{},m(o,"legend")),this.legendBox)),Pt("bottomright","bk-north",zs(m(o,"north"))),L.control.
scale({position:"bottomright",imperial:!1,maxWidth:140})];for(let a of this.all)a.addTo(t);this.renderLayers(),this.renderLegend()}renderLayers(){if(!this.all)return;
let{layers:t,state:{lang:e}}=this.page;I(this.layerBox,t.list(e).map(({key:n,label:o,on:i,off:r})=>u("label",{class:"bk-check"},u("input",{type:"checkbox",checked:i,
disabled:r,"data-key":`layer-${n}`,change:a=>t.toggle(n,a.target.checked)}),o)))}openLegend(){this.page.view.legendOpen=!0,this.all&&this.render()}renderLegend(){
if(!this.all)return;let{plan:t,state:e,clusters:n}=this.page;this.legendBox.replaceChildren(...nt(t,e,n.scale()))}};function Pt(s,t,...e){let n=new L.Control({position:s});
return n.onAdd=()=>{let o=u("div",{class:t},...e);return L.DomEvent.disableClickPropagation(o).disableScrollPropagation(o),o},n}function zs(s){return S("svg",{viewBox:"\
0 0 24 34",width:24,height:34,role:"img","aria-label":s},S("path",{d:"M12 10 L19 32 L12 27.5 L5 32 Z",fill:"#1c2329"}),S("path",{d:"M12 10 L12 27.5 L5 32 Z",fill:"\
#ffffff",stroke:"#1c2329","stroke-width":1}),S("path",{d:"M9 8 V1 L15 8 V1",fill:"none",stroke:"#1c2329","stroke-width":1.6}))}function Le(s,t,e){return t.communes.map(n=>`${s.communes[n].unit} ${s.communes[n].name}`).join(m(e,"and"))}function Bs(s){return s.ha.findIndex(t=>t>0)}var Oe=(s,{
became:t},e)=>t?.[e]??s.statusWords.unknown[e];function Ee(s,t,e){let n=s.phases.map(()=>1),{district:o,subregion:i}=K(s,t),r=s.phases.map((l,h)=>({phase:l,p:h,
ha:t.ha[h]})).filter(({ha:l})=>l>0).map(({phase:l,p:h,ha:d})=>u("tr",{},u("th",{scope:"row"},u("span",{class:"bk-swatch",style:`--colour:${l.colour}`}),l.label[e]),
u("td",{},m(e,h===Bs(t)?"founding":"expansion")),u("td",{},`${M(e,d)} ha`))),a=(l,h)=>[u("dt",{},m(e,l)),u("dd",{},h)],c=Le(s,t,e);return u("div",{class:"bk-pop\
up",tabindex:"0",role:"group","aria-label":t.name},u("h2",{tabindex:"-1"},Kt(s,t,n,1.8),t.name),u("table",{},u("caption",{class:"bk-unseen"},m(e,"area")),u("tbo\
dy",{},r),u("tfoot",{},u("tr",{},u("th",{scope:"row",colspan:"2"},m(e,"total")),u("td",{},`${M(e,z(t,n))} ha`)))),u("dl",{},o?a("district",o.name):null,i?a("sub\
region",i.label[e]):null,s.hasStatuses?a("statuses",Oe(s,t,e)):null,t.became?.source?a("status source",t.became.source):null,t.note?a("noted",t.note[e]):null,t.
changed?a("changed",t.changed[e]):null,a("printed",t.printed),a("location",t.location),a("place",c?`${c} (${ut(e,t.method)})`:ut(e,t.method)),Jt(s,t.communes,e).
flatMap(([l,h])=>[u("dt",{},l),u("dd",{},h)]),a("annex row",t.id)),u("p",{class:"bk-note"},m(e,t.method==="surveyed"?"surveyed":"indicative")))}function Te(s,t,e,n,o=[]){
let{district:i,subregion:r}=K(s,t),a=s.communes.indexOf(t),c=s.clusters.filter(({communes:h})=>h.includes(a)),l=s.phases.map(()=>1);return u("div",{class:"bk-po\
pup"},u("h2",{},`${t.unit} ${t.name}`),u("p",{},[i?.name,r?.label[e]].filter(Boolean).join("; ")),Jt(s,[a],e).map(([h,d])=>u("p",{},`${h}: ${d}`)),c.length?u("u\
l",{class:"bk-here"},c.map(h=>u("li",{},u("button",{type:"button",class:"bk-button",click:()=>n(h.index)},`${h.name}: ${M(e,z(h,l))} ha`)))):null,o)}function Ce(s,t){
let{lang:e}=t,n=A(s,t),o=pt(s,t),i=o.some(({note:l})=>l),r=new Set(s.tried?.map(({cluster:l})=>l));return{head:[m(e,"annex row"),m(e,"name"),m(e,"printed"),m(e,
"location"),...s.districts.length?[m(e,"district")]:[],...s.subregions.length?[m(e,"subregion")]:[],...s.phases.map(l=>`${l.label[e]} (ha)`),`${m(e,"total")} (h\
a)`,m(e,"place"),...s.vintages.map(({year:l})=>m(e,"in year",{year:l})),...s.hasStatuses?[m(e,"statuses")]:[],...i?[m(e,"noted")]:[],...s.tried?[m(e,"trial")]:[]],
clusters:o,rowOf:l=>{let{district:h,subregion:d}=K(s,l),p=l.ha.map((b,x)=>b*n[x]),w=Le(s,l,e);return[l.id,l.name,l.printed,l.location,...s.districts.length?[h?.
name??""]:[],...s.subregions.length?[d?.label[e]??""]:[],...p,z(l,n),w?`${w}: ${ut(e,l.method)}`:ut(e,l.method),...s.vintages.map(b=>Yt(b,l.communes,e)),...s.hasStatuses?
[Oe(s,l,e)]:[],...i?[l.note?.[e]??""]:[],...s.tried?[m(e,r.has(l.id)?"changed":"as decided")]:[]]}}}var Ns=500,_t=30;function Pe(s,t){let{lang:e}=t,{head:n,clusters:o,
rowOf:i}=Ce(s,t),r=o.length,a=r>Ns,c=f=>u("td",{class:typeof f=="number"?"bk-number":null},typeof f=="number"?f?M(e,f):"–":f),l=(f,k)=>o.slice(f,k).map((y,g)=>u(
"tr",{"aria-rowindex":a?f+g+2:null},i(y).map(c))),h=n.map(f=>u("th",{scope:"col"},f)),d=u("tbody",{},l(0,a?_t:r)),p=u("div",{class:"bk-scroll",tabindex:"0",role:"\
region","aria-labelledby":"bk-table-title"},u("table",{class:a?"bk-most":null,"aria-rowcount":a?r+1:null},u("thead",{},u("tr",{"aria-rowindex":a?1:null},h)),d));
if(Qt(e,"data",[u("button",{type:"button",class:"bk-button",click:()=>Is(s,t)},m(e,"download"))],u("p",{},m(e,a?"all rows":"copied",{n:M(e,r)})),p),!a)return;let w=d.
offsetHeight/_t,b=f=>u("tr",{"aria-hidden":"true",style:`height:${f*w}px`}),x=()=>{let f=Math.max(0,Math.floor(p.scrollTop/w)-_t),k=Math.min(r,f+Math.ceil(p.clientHeight/
w)+2*_t);for(let y of h)y.style.minWidth=`${y.offsetWidth}px`;d.replaceChildren(b(f),...l(f,k),b(r-k))};x(),p.addEventListener("scroll",()=>requestAnimationFrame(
x))}function Qt(s,t,e,...n){let o=u("dialog",{class:"bk-table","aria-labelledby":"bk-table-title"},u("header",{},u("h2",{id:"bk-table-title"},m(s,t)),e,u("butto\
n",{type:"button",class:"bk-button",click:()=>o.close()},m(s,"closed"))),n);o.addEventListener("close",()=>o.remove()),document.body.append(o),o.showModal()}function Is(s,t){
let{head:e,clusters:n,rowOf:o}=Ce(s,t),i=me(t.lang,[e,...n.map(o)]);gt(new Blob([i],{type:"text/csv;charset=utf-8"}),`ccn-${t.by}${s.tried?"-trial":""}.csv`)}function gt(s,t){
let e=u("a",{href:URL.createObjectURL(s),download:t});e.click(),setTimeout(()=>URL.revokeObjectURL(e.href),1e4)}var ot=L.Renderer.extend({options:{padding:.2},initialize(s,t){L.Renderer.prototype.initialize.call(this,t),this.plan=s,this.print=null,this.sharp=null},paint(s){
this.print=s,this._update()},_initContainer(){this._container=document.createElement("canvas"),this._container.setAttribute("aria-hidden","true"),this.context=this.
_container.getContext("2d")},_destroyContainer(){this._container.remove(),delete this._container,delete this.context},_updatePaths(){},_reset(){this._update()},
_update(){if(this._map._animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this);let s=this._bounds.getSize(),t=this.sharp||(this.print?this.print.
ratio:window.devicePixelRatio||1);L.DomUtil.setPosition(this._container,this._bounds.min),this._container.width=Math.round(t*s.x),this._container.height=Math.round(
t*s.y),this._container.style.width=`${s.x}px`,this._container.style.height=`${s.y}px`,this.ratio=t,this.draw({blank:!0}),this.fire("update")},begin(s=!1){let{context:t,
ratio:e}=this;if(!t||!this._bounds)return!1;let{min:n}=this._bounds;return t.setTransform(1,0,0,1,0,0),s||t.clearRect(0,0,this._container.width,this._container.
height),t.setTransform(e,0,0,e,-n.x*e,-n.y*e),!0}});var it=2**20,Rs=.6,_e=ot.extend({options:{pane:"bkGround"},initialize(s,t){ot.prototype.initialize.call(this,s,t),this.shows={subregions:!0,districts:!0,communes:!0},
this.opacity=1,this.vintage=null,this.hatched=[],this.base=L.CRS.EPSG3857.latLngToPoint(L.latLng(s.bounds[0]),0),this.arcs=s.arcs.map(e=>this.local(e)),this.paths=
new Map},local(s){let t=new Float64Array(s.length),e=256/360*it;for(let n=0;n<s.length;n+=2){let o=Math.sin(s[n+1]/B*Math.PI/180);t[n]=(s[n]/B+180)*e-this.base.
x*it,t[n+1]=(.5-Math.log((1+o)/(1-o))/(4*Math.PI))*256*it-this.base.y*it}return t},pathsAt(s){let t=Math.ceil(s*2)/2;if(!this.paths.has(t)){let e=Rs*it/2**t,n=this.
arcs.map(r=>Us(r,e)),o=(r,a)=>Ae(r,n[a],!0),i=(r,a)=>(a.forEach((c,l)=>Ae(r,n[V(c)],l===0,c<0)),r);this.paths.set(t,{fills:this.plan.tinted.map(({outline:r})=>r.
reduce(i,new Path2D)),area:O(r=>r.reduce((a,c)=>this.plan.units[c].outline.reduce(i,a),new Path2D)),borders:O(r=>Object.fromEntries(Object.entries(r).map(([a,c])=>[
a,c.reduce(o,new Path2D)])))})}return this.paths.get(t)},setView({missing:s,vintage:t}){String(s)===String(this.hatched)&&t===this.vintage||(Object.assign(this,
{hatched:s,vintage:t}),this.draw())},drawHatching(s){let{context:t,_bounds:{min:e,max:n},ratio:o}=this,[i,r]=[n.y-e.y,F.step*Math.SQRT2];t.save(),t.clip(s,"even\
odd"),t.setTransform(o,0,0,o,-e.x*o,-e.y*o),t.setLineDash([]),t.strokeStyle=F.colour,t.lineWidth=F.width,t.beginPath();for(let a=Math.ceil((e.x+e.y)/r)*r;a<n.x+
n.y;a+=r)t.moveTo(a-n.y,n.y),t.lineTo(a-n.y+i,e.y);t.stroke(),t.restore()},drawBox(s){let{context:t,plan:{inset:e}}=this,[n,o,i,r]=this.local(e.box);t.fillStyle=
"#eef1f3",t.strokeStyle="#4a545c",t.lineWidth=1/s,t.fillRect(n,r,i-n,o-r),t.strokeRect(n,r,i-n,o-r)},draw({blank:s=!1}={}){if(!this.begin(s))return;let t=this.context,
e=this._map.getZoom(),n=this._map.getPixelOrigin(),o=2**e/it;t.transform(o,0,0,o,this.base.x*2**e-n.x,this.base.y*2**e-n.y),t.lineJoin="round",t.lineCap="round";
let i=this.pathsAt(e),r=(w,b,x,f=[])=>{t.strokeStyle=b,t.lineWidth=x/o,t.setLineDash(f.map(k=>k/o)),t.stroke(w)},{subregions:a,districts:c,communes:l}=this.shows;
this.plan.inset&&this.drawBox(o),a&&(t.globalAlpha=this.opacity,i.fills.forEach((w,b)=>{t.fillStyle=this.plan.tinted[b].tint,t.fill(w,"evenodd")}),t.globalAlpha=
1),N(this.hatched)&&this.drawHatching(i.area(this.hatched));let{plan:h,vintage:d}=this,p=i.borders(d?Me(d,h):h.borders);l&&d?r(p.commune,"#8a949c",1.1):l&&r(p.commune,
a?"#ffffff":"#c3cad0",1.1),c&&r(p.district,"#8a949c",1.2,[5,3]),a&&(r(p.subregion,"#4a545c",1.6),r(p.outline,"#4a545c",1.8))}});function Ws([s,t],[e,n,o,i]){let r=s[1]===
t[1],[a,c,l]=r?[s[1],[n,i],[e,o]]:[s[0],[e,o],[n,i]];if(a<=l[0]||a>=l[1])return[[s,t]];let h=d=>r?[d,a]:[a,d];return[[s,h(c[0])],[h(c[1]),t]]}function Us(s,t){let e=s.
length-2,n=[s[0],s[1]],[o,i]=n;for(let r=2;r<=e;r+=2)r<e&&Math.abs(s[r]-o)<t&&Math.abs(s[r+1]-i)<t||([o,i]=[s[r],s[r+1]],n.push(o,i));return n}function Ae(s,t,e,n=!1){
let o=t.length-2;for(let i=0;i<=o;i+=2){let r=n?o-i:i;i===0&&e?s.moveTo(t[r],t[r+1]):s.lineTo(t[r],t[r+1])}return s}function ze({bounds:[[s,t],[e,n]],inset:o}){
let i=[1,.5,.25,.1,.05].find(f=>(e-s)/f>=3)||.05,r=L.layerGroup(),a={interactive:!1,color:"#2b6f77",weight:.7,opacity:.7},c=f=>Math.floor(f/i)*i,l=o?.box.map(f=>f/
B),h=(f,k,y)=>{r.addLayer(L.polyline(l?Ws(f,l):[f],a));let g=document.createElement("span");g.textContent=k,r.addLayer(L.marker(y,{interactive:!1,keyboard:!1,icon:L.
divIcon({className:"bk-degree",html:g,iconSize:null})}))},d=(f,k)=>{let y=Math.round(f*60);return`${Math.floor(y/60)}°${String(y%60).padStart(2,"0")}′${k}`},
[p,w]=[c(s),c(t)],[b,x]=[c(e)+i,c(n)+i];for(let f=w;f<=x+1e-9;f+=i)h([[p,f],[b,f]],d(f,"E"),[b,f]);for(let f=p;f<=b+1e-9;f+=i)h([[f,w],[f,x]],d(f,"N"),[f,w]);return r}var Xt=2,js=/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;async function Ds(s){let{map:t,plan:e,state:n,view:o,clusters:i}=s,{x:r,y:a}=t.getSize();
o.sharpen(Xt);let c=Fs(t.getContainer());o.sharpen(null);let l=o.isWide()&&o.legendOpen;for(let k of c.querySelectorAll(`.leaflet-control-zoom, .bk-home, .bk-la\
yers${l?"":", .bk-legend"}`))k.remove();c.style.cssText+=`position: relative; width: ${r}px; height: ${a}px`;let h=u("style");h.textContent=[...document.querySelectorAll(
"head style")].map(({textContent:k})=>k).join("");let d=u("div",{class:"bk-picture",style:`width: ${r}px`},u("header",{},et(e,n),u("p",{class:"bk-horizon"},`${Y(
e,n)}, ${mt(e,n)}`)),c,u("footer",{},l?null:u("div",{class:"bk-legend"},nt(e,n,i.scale())),st(e,n.lang)));document.body.append(d);let p=d.offsetHeight;d.remove(),
d.prepend(h);let w=S("svg",{width:r,height:p,class:document.documentElement.className,style:`font-size: ${Q()}px`},S("foreignObject",{width:"100%",height:"100%"},
d)),b=new Image,x=new XMLSerializer().serializeToString(w).replace(js,"");b.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(x)}`,await b.decode();let f=u(
"canvas",{width:Xt*r,height:Xt*p});return f.getContext("2d").drawImage(b,0,0,f.width,f.height),new Promise(k=>{f.toBlob(k,"image/png")})}function Fs(s){let t=s.
cloneNode(!0),e=s.querySelectorAll("canvas");t.querySelectorAll("canvas").forEach((n,o)=>{try{n.replaceWith(u("img",{src:e[o].toDataURL(),style:n.style.cssText,
class:n.className}))}catch{n.remove()}});for(let n of t.querySelectorAll("img, video, iframe, image"))te(n)&&n.remove();return t}function te(s){let t=s.src??s.href?.
baseVal;return t!==void 0&&!/^(data:|$)/.test(t)}async function Be(s){let{lang:t,by:e}=s.state,n=s.layers.outside(),o=await Ds(s),i=u("button",{type:"button",class:"\
bk-button",click:async()=>{await navigator.clipboard.write([new ClipboardItem({"image/png":o})]),i.textContent=m(t,"picture copied")}},m(t,"copy picture"));Qt(t,
"picture",[navigator.clipboard&&window.ClipboardItem?i:null,u("button",{type:"button",class:"bk-button",click:()=>gt(o,`ccn-${e}.png`)},m(t,"save picture"))],n.
length?u("p",{},m(t,"not in picture",{names:n.join(", ")})):null,u("div",{class:"bk-scroll"},u("img",{src:URL.createObjectURL(o),alt:s.plan.title[t],class:"bk-w\
hole"})))}var Ne={clusters:"markers",labels:"labels",subregions:"subregions",districts:"districts",districtNames:"district names",communes:"borders",without:"names withou\
t",graticule:"graticule"},zt=class{constructor(t,e,{backdrop:n,clusters:o}){Object.assign(this,{map:t,plan:e,backdrop:n,clusters:o}),this.on=Object.fromEntries(
Object.keys(Ne).map(i=>[i,!["graticule","without"].includes(i)])),this.foreign=[]}toggle(t,e){this.on[t]=e,t==="graticule"&&(this.graticule??=ze(this.plan));let n=t===
"graticule"?this.graticule:this.foreign.find(o=>o.key===t)?.layer;n&&e?this.map.addLayer(n):n?this.map.removeLayer(n):this.drawParts()}drawParts(){let{clusters:t,
subregions:e,districts:n,communes:o,labels:i,districtNames:r,without:a}=this.on;this.backdrop.shows={subregions:e,districts:n,communes:o},this.clusters.hidden=!t,
this.clusters.names.shows={clusters:i,districts:r,communes:o,without:a},this.backdrop.draw(),this.clusters.draw()}addForeign(t){this.foreign=t.map(([e,n],o)=>({
key:`foreign${o}`,label:e,layer:window[n]})),this.map.on("layeradd layerremove",({layer:e})=>{e instanceof L.GridLayer&&this.showGround()}),this.showGround()}outside(){
let t=n=>n.getLayers?n.getLayers().flatMap(t):[n],e=n=>{let o=n.getContainer?.()||n.getElement?.();return o?[o,...o.querySelectorAll("*")]:[]};return this.foreign.
filter(({layer:n})=>n&&this.map.hasLayer(n)).filter(({layer:n})=>n instanceof L.TileLayer||t(n).flatMap(e).some(te)).map(({label:n})=>n)}showGround(){let t=this.
foreign.some(({layer:e})=>e instanceof L.GridLayer&&this.map.hasLayer(e));this.backdrop.opacity=t?.35:1,this.backdrop.draw()}list(t){let e=c=>c[0].toLocaleUpperCase(
"vi")+c.slice(1),{districts:n,subregions:o,phases:i}=this.plan,r=[...n.length?[]:["districts","districtNames"],...o.length?[]:["subregions"],...i.some(({end:c})=>N(
W(this.plan,c)))?[]:["without"]];return[...Object.entries(Ne).filter(([c])=>!r.includes(c)).map(([c,l])=>({key:c,on:this.on[c],label:e(m(t,l))})),...this.foreign.
map(({key:c,label:l,layer:h})=>{let d=h?h instanceof L.GridLayer&&"network":"not loaded";return{key:c,on:!!h&&this.map.hasLayer(h),off:!h,label:d?`${l} (${m(t,d)}\
)`:l}})]}};var qs=4,Bt=class{constructor(t){this.page=t,this.cluster=null,this.commune=null,t.map.on("popupclose",({popup:e})=>this.closed(e)),t.map.on("zoomend",()=>this.
follow())}open(t,{focus:e=!0}={}){let{page:n}=this,{map:o,plan:i}=n;if(this.reopening=!0,this.cluster&&this.cluster.remove(),this.reopening=!1,this.cluster=null,
t===null||n.state.trying)return;let r=i.clusters[t];z(r,A(i,n.state))||n.set({by:i.phases[r.ha.findIndex(p=>p>0)].end});let{at:a,offset:c}=this.tip(r);this.openedFromList=
n.boxes.list.contains(document.activeElement);let l=this.clear(),h=Ee(i,r,n.state.lang),d=Math.min(24*n.view.rem,o.getSize().x-l-60);this.cluster=this.show(a,h,
{maxWidth:d,minWidth:Math.min(18*n.view.rem,d),offset:c}),n.view.reveal(),e&&h.querySelector("h2").focus({preventScroll:!0})}clear(){let{view:t}=this.page;return t.
isWide()?t.padding(10).paddingTopLeft[0]:60}tip(t){let{map:e,plan:n,clusters:o,state:i}=this.page;if(!t.latlng)return{at:e.getCenter(),offset:[0,0]};let{x:r,y:a,
r:c}=o.disc(t,A(n,i));return{at:e.layerPointToLatLng([r,a]),offset:[0,-Math.ceil(Math.max(c,8)+qs)]}}follow(){let{state:{cluster:t},plan:e}=this.page;if(t===null||
!this.cluster||!e.clusters[t].latlng)return;let{at:n,offset:o}=this.tip(e.clusters[t]);this.cluster.options.offset=o,this.cluster.setLatLng(n)}name(t){let{plan:e,
state:n}=this.page,o=e.communes.find(r=>L.latLngBounds(Z(r,e)).contains(t)&&yt(q(r,e),[t.lat,t.lng]));if(!o)return;let i=Te(e,o,n.lang,r=>this.page.set({cluster:r}),
this.page.mode?.communeActions(o));this.from=document.activeElement,this.commune=this.show(t,i,{maxWidth:260}),i.querySelector(".bk-act")?.focus({preventScroll:!0})}show(t,e,n){
let o=L.popup({...n,autoPanPaddingTopLeft:[this.clear(),50]}).setLatLng(t).setContent(e).openOn(this.page.map);return o.getElement().querySelector(".leaflet-pop\
up-close-button").setAttribute("aria-label",m(this.page.state.lang,"closed")),o}renew(){let{cluster:t}=this.page.state;t!==null&&this.cluster&&this.open(t,{focus:!1}),
this.commune?.isOpen()&&this.name(this.commune.getLatLng())}closed(t){let{map:e,state:n,boxes:o}=this.page;if(t===this.commune&&t.getElement().contains(document.
activeElement)&&this.from.focus({preventScroll:!0}),t!==this.cluster||n.cluster===null||this.reopening)return;let i=t.getElement().contains(document.activeElement);
this.page.set({cluster:null});let r=o.list.querySelector(`[data-key="c${n.cluster}"]`);i&&(this.openedFromList&&r?r:e.getContainer()).focus({preventScroll:!0})}};var Hs=.5,Ie=60;function Gs(s,t){let{lang:e}=t,n=A(s,t),o=H(s,t),i=g=>g?M(e,D(g)):"–",r=g=>[...g.map((v,_)=>i(v*n[_])),i(g.reduce((v,_,E)=>v+_*n[E],0))],a=(g,v,_)=>u(
"tr",{class:g},u("th",{scope:"row"},v),r(_).map(E=>u("td",{},E))),c=g=>s.phases.map((v,_)=>g.reduce((E,R)=>E+R.ha[_],0)),l=pt(s,t),h=g=>[`${g.id}. ${g.name}${g.
latlng?"":` (${m(e,"not placed")})`} `,g.became?Ot(g.status,3):null],d=g=>tt(s,t,{...s.units[g],[s.level]:g}),p=g=>s.clusters.find(({units:v})=>v.includes(g))?.
index??1/0,w=g=>l.filter(({units:v})=>v.includes(g)),b=s.units.map((g,v)=>v).filter(g=>w(g).length||s.level!=="commune"&&d(g)),x=g=>l.length>Ie?[]:g.map(v=>a("b\
k-cluster",h(v),v.ha)),f=s.level==="commune"&&l.length<=Ie,k=({communes:g})=>g.length?` · ${g.map(v=>j(s.communes[v],e)).join(", ")}`:null,y=f?l.map(g=>a("bk-c\
luster",[...h(g),k(g)],g.ha)):b.sort((g,v)=>p(g)-p(v)).flatMap(g=>{let v=o.units[g].covered?"":` (${m(e,"no")})`;return[a("bk-district",j(s.units[g],e)+v,c(w(g))),
...x(w(g))]});return u("table",{},u("caption",{},`${Y(s,t)}: ${m(e,"size").toLocaleLowerCase(e)}, ${mt(s,t)}`),u("thead",{},u("tr",{},u("th",{scope:"col"},m(e,f?
"commune and cluster":s.level)),s.phases.map(g=>u("th",{scope:"col"},g.id)),u("th",{scope:"col"},m(e,"total")))),u("tbody",{},y,f?[]:x(l.filter(({units:g})=>!g.
length)),a("bk-total",m(e,"total"),c(l))))}function Re(s,t,e){return[u("div",{class:"bk-sheet-column"},et(s,t),s.tried?u("ul",{class:"bk-told"},s.told(t.lang).map(
n=>u("li",{},n))):null,Tt(s,t),Gs(s,t),u("footer",{},st(s,t.lang))),u("div",{class:"bk-sheet-legend"},nt(s,t,e))]}function Vs(s){for(let t=1;s.scrollHeight>s.clientHeight&&
t>Hs;t-=.04)s.style.fontSize=`calc(${t} * var(--text))`}function We({map:s,whole:t,sheet:e,parts:n,paint:o}){let i=null,r=u("style");document.head.append(r);let a=document.
documentElement,c=l=>{r.textContent=`@page { size: ${l} landscape; margin: 8mm; }`,a.dataset.paper=l};return c("A4"),window.addEventListener("beforeprint",()=>{
if(i)return;let l=s.getBounds();i={center:s.getCenter(),zoom:s.getZoom()},s.closePopup(),a.classList.add("bk-printing"),s.invalidateSize({animate:!1,pan:!1});let h=l.
contains(t())?[t(),[.27*s.getSize().x,6]]:[l,[6,6]];s.fitBounds(h[0],{animate:!1,paddingTopLeft:h[1],paddingBottomRight:[6,6]}),e.replaceChildren(...n()),Vs(e.firstChild),
o(a.dataset.paper==="A3"?{ratio:3,text:1.4}:{ratio:4,text:1})}),window.addEventListener("afterprint",()=>{i&&(a.classList.remove("bk-printing"),e.replaceChildren(),
o(null),s.invalidateSize({animate:!1,pan:!1}),s.setView(i.center,i.zoom,{animate:!1}),i=null)}),l=>{c(l),window.print()}}var Zs={tt:"thi tran",ttr:"thi tran",tx:"thi xa",tp:"thanh pho",h:"huyen",x:"xa",p:"phuong",q:"quan"},Ks=O(s=>{let t=(e,n,o,i,r=[])=>({kind:e,item:n,index:o,keys:i.
map(dt),places:r.map(dt)});return[...s.clusters.map((e,n)=>t("cluster",e,n,[e.name,e.printed],e.communes.map(o=>s.communes[o].name))),...s.districts.map((e,n)=>t(
"district",e,n,[e.name])),...s.communes.map((e,n)=>t("commune",e,n,[e.name,`${e.unit} ${e.name}`])),...s.vintages.flatMap(e=>Ct(e,s).filter(({isSame:n})=>!n).map(
(n,o)=>({...t("later",n,o,[n.name,`${n.unit} ${n.name}`]),year:e.year})))]}),Ys=s=>dt(s).replace(/^(ccn|cum cong nghiep|cum) (?=.)/,"").replace(/^(t\.?tr?|tx|tp|[hxpq])(?:[. ]+(?=.)|(?=\d))/,
(t,e)=>`${Zs[e.replace(".","")]} `);function Js(s,t,e=12){let[n,...o]=t.split(",").map(Ys).filter(Boolean);if(!n)return[];let i=({item:a,places:c,year:l})=>o.every(
h=>[...c,l?"":dt(K(s,a).district?.name??"")].some(d=>d.includes(h))),r=({keys:a})=>a.includes(n)?0:a.some(c=>c.startsWith(n))?1:a.some(c=>` ${c}`.includes(` ${n}`))?
2:a.some(c=>c.includes(n))?3:4;return Ks(s).filter(({keys:a,places:c})=>[...a,...c].some(l=>l.includes(n))).filter(a=>!o.length||i(a)).map(a=>({...a,rank:r(a)+(a.
year?5:0)})).sort((a,c)=>a.rank-c.rank).slice(0,e)}function Ue(s,t,e){let n=m(t,s.districts.length?"search":"search without districts"),o=u("ul",{id:"bk-found",
role:"listbox","aria-label":n,hidden:!0}),i=u("span",{class:"bk-unseen",role:"status"}),r=[],a=-1,c=u("input",{type:"search",id:"bk-query",role:"combobox","aria\
-expanded":"false","aria-controls":"bk-found","aria-autocomplete":"list","aria-label":n,placeholder:n,autocomplete:"off","data-key":"search"}),l=b=>{c.value=b.item.
name,d([]),e(b)},h=({kind:b,item:x,year:f})=>f?`${x.unit}, ${f}`:b==="district"?m(t,"district"):[b==="cluster"?m(t,"cluster"):x.unit,K(s,x).district?.name].filter(
Boolean).join(", ");function d(b){r=b,a=b.length?0:-1,o.replaceChildren(...b.map((x,f)=>u("li",{id:`bk-found-${f}`,role:"option","aria-selected":String(f===a),mousedown:k=>{
k.preventDefault(),l(x)}},u("strong",{},x.item.name),u("small",{},h(x))))),o.hidden=!b.length,c.setAttribute("aria-expanded",String(!!b.length)),p()}function p(){
[...o.children].forEach((b,x)=>b.setAttribute("aria-selected",String(x===a))),a>=0?c.setAttribute("aria-activedescendant",`bk-found-${a}`):c.removeAttribute("ar\
ia-activedescendant"),o.children[a]&&o.children[a].scrollIntoView({block:"nearest"})}c.addEventListener("input",()=>{d(Js(s,c.value));let b=c.value.trim()&&!r.length;
i.textContent=b?m(t,"none found"):r.length?m(t,"found",{n:r.length}):"",w.dataset.none=b?m(t,"none found"):""}),c.addEventListener("keydown",b=>{if(b.key==="Arr\
owDown"||b.key==="ArrowUp"){b.preventDefault();let x=b.key==="ArrowDown"?1:-1;r.length&&(a=(a+x+r.length)%r.length),p()}else b.key==="Enter"&&r[a]?(b.preventDefault(),
l(r[a])):b.key==="Escape"&&d([]);b.stopPropagation()}),c.addEventListener("blur",()=>d([]));let w=u("div",{class:"bk-search",role:"search"},c,o,i);return w}function je(s){return{by:s.by,alone:!1,lang:s.lang,boundaries:s.shown,district:null,subregion:null,cluster:null,playing:!1,trial:null,link:null,trying:!1,before:!1}}
function De(s,t){let e=je(s),n=new URLSearchParams;return t.by!==e.by&&n.set("by",t.by),t.alone&&n.set("alone","1"),t.lang!==e.lang&&n.set("lang",t.lang),t.boundaries!==
e.boundaries&&n.set("boundaries",t.boundaries??s.ownYear),t.district!==null&&n.set("district",s.districts[t.district].code),t.subregion!==null&&n.set("subregion",
s.subregions[t.subregion].id),t.cluster!==null&&n.set("cluster",s.clusters[t.cluster].id),typeof t.link=="string"&&n.set("try",t.link),n.toString()}function Nt(s,t){
let e=new URLSearchParams(t.replace(/^#/,"")),n=je(s),o=(a,c,l)=>{let h=a.findIndex(d=>d[c]===e.get(l));return h<0?null:h},i=Number(e.get("by"));s.phases.some(a=>a.
end===i)&&(n.by=i),["vi","en"].includes(e.get("lang"))&&(n.lang=e.get("lang"));let r=Number(e.get("boundaries"));return r&&(r===s.ownYear||J(s,r))&&(n.boundaries=
J(s,r)?.year??null),n.alone=e.get("alone")==="1",n.district=o(s.districts,"code","district"),n.subregion=n.district===null?o(s.subregions,"id","subregion"):null,
n.cluster=o(s.clusters,"id","cluster"),n.link=e.get("try"),n}var ee="#1c2329",Qs="#ffffff",Fe=4;function It(s,t,e){for(let n of[!0,!1]){let o=t.filter(i=>i.dim===n);tn(s,o.filter(({x:i,y:r,r:a,anchor:c})=>Math.hypot(i-c[0],
r-c[1])>=a),n),we(s,o.filter(({cluster:i})=>i.method==="surveyed"));for(let i of o)se(s,i,e)}}var Xs=200,bt=8;function He(s,t,e,n){let o=new Set(t),i=[...e.filter(
a=>!o.delete(a)),...o].map(qe);if(i.length>Xs)return!1;s.save(),s.beginPath();for(let[a,c,l,h]of i)s.rect(a,c,l-a,h-c);s.clip();for(let[a,c,l,h]of i)s.clearRect(
a,c,l-a,h-c);let r=a=>i.some(c=>a[0]<c[2]&&a[2]>c[0]&&a[1]<c[3]&&a[3]>c[1]);return It(s,e.filter(a=>r(qe(a))),n),s.restore(),!0}function qe({x:s,y:t,r:e,anchor:n}){
let o=e+bt;return[Math.floor(Math.min(s-o,n[0]-bt)),Math.floor(Math.min(t-o,n[1]-bt)),Math.ceil(Math.max(s+o,n[0]+bt)),Math.ceil(Math.max(t+o,n[1]+bt))]}function tn(s,t,e){
s.globalAlpha=e?.25:1,s.strokeStyle=ee,s.fillStyle=ee,s.lineWidth=1.25,s.beginPath();for(let{x:n,y:o,anchor:i}of t)s.moveTo(n,o),s.lineTo(...i);s.stroke(),s.beginPath();
for(let[n,o]of new Map(t.map(({point:i,anchor:r})=>[i,r])).values())s.moveTo(n+2.2,o),s.arc(n,o,2.2,0,2*Math.PI);s.fill()}function se(s,{x:t,y:e,r:n,radii:o,dim:i,
cluster:r},a,c=!1){let l=(h,d)=>{s.fillStyle=d,s.beginPath(),s.arc(t,e,h,0,2*Math.PI),s.fill()};s.globalAlpha=i&&!c?.22:1,c&&l(n+4,ee),c?l(n+1.5,Qs):n>Fe&&l(n+C.
outline,C.edge);for(let h=o.length-1;h>=0;h--)o[h]>(o[h-1]||0)&&l(o[h],a[h].colour);n>Fe&&(!c||r.status==="withdrawn")&&be(s,{x:t,y:e,r:n},r.status),s.globalAlpha=
1}var en=Math.PI*(3-Math.sqrt(5)),Ge=64,sn=1-1e-6;function Ke(s,t,e=s.length>C.crowd){let[n,o]=[C.gap*t,C.open*t],i=new Map,r=s.map(({x:l,y:h})=>{let d=`${l} ${h}`;
i.has(d)||i.set(d,{x:l,y:h,discs:0,next:0,standing:[]});let p=i.get(d);return p.discs+=1,p}),a=[];for(let l of i.values())e||(l.standing=a),l.discs>1&&l.standing.
push({x:l.x,y:l.y,r:o-n});let c=[];for(let l of s.map((h,d)=>d).sort((h,d)=>s[d].r-s[h].r||h-d)){let[h,{x:d,y:p,r:w}]=[r[l],s[l]],b=h.discs>1?w+o:0,x=E=>b+C.step*
(w+n)*Math.sqrt(Math.max(E-1,0)),f=(E,R)=>{let $=E<2?Math.PI*(1-E):en*E;return{x:d+R*Math.cos($),y:p-R*Math.sin($),r:w}},k=(E,R)=>R.every($=>nn(E,$,n)),y=[],g=h.
next;for(;(g-h.next)%Ge===0&&(y=Ve(h,x(g),x(g+Ge),w+n)),!k(f(g,x(g)),y);g++);h.discs>1&&(h.next=g);let[v,_]=[b,x(g)];y=_>v?Ve(h,v,_,w+n):[];for(let E=0;_>v&&E<C.
halves;E++){let R=(v+_)/2;k(f(g,R),y)?_=R:v=R}c[l]=f(g,_),h.standing.push(c[l])}return c}function Ve({x:s,y:t,standing:e},n,o,i){return e.filter(r=>{let a=Math.
sqrt((r.x-s)**2+(r.y-t)**2);return a<o+i+r.r&&a>n-i-r.r}).reverse()}var nn=(s,t,e)=>(s.x-t.x)**2+(s.y-t.y)**2>=(sn*(s.r+t.r+e))**2,Rt=class{constructor(t,e=64){
this.frame=t,this.cell=e,this.cells=new Map}*#e([t,e,n,o]){for(let i=Math.floor(t/this.cell);i<=Math.floor(n/this.cell);i++)for(let r=Math.floor(e/this.cell);r<=
Math.floor(o/this.cell);r++)yield i*65536+r}frames(t){let{frame:e}=this;return e[0]<=t[0]&&e[1]<=t[1]&&t[2]<=e[2]&&t[3]<=e[3]}hits(t){if(!this.frames(t))return!0;
for(let e of this.#t(t))if(Ze(t,e))return!0;return!1}isNearest(t,e){let n=ne(t,e)-t.r;for(let{disc:o}of this.#t([e[0]-n,e[1]-n,e[2]+n,e[3]+n]))if(o&&!(o.x===t.x&&
o.y===t.y)&&ne(o,e)-o.r<n)return!1;return!0}isJoined(t,e,n){let o=Je(t,e,n);if(!o.length)return this.isNearest(t,e);let i=({disc:r})=>r?.x===t.x&&r?.y===t.y;return o.
every(r=>{for(let a of this.#t(r))if(!i(a)&&Ze(r,a))return!1;return!0})}*#t(t){for(let e of this.#e(t))yield*this.cells.get(e)||[]}add(t,e=null){for(let n of this.#e(
t))this.cells.has(n)||this.cells.set(n,[]),this.cells.get(n).push({box:t,disc:e})}addDisc({x:t,y:e,r:n},o=0){let i=n+o;this.add([t-i,e-i,t+i,e+i],{x:t,y:e,r:i})}};
function Ze(s,{box:t,disc:e}){return s[0]>=t[2]||s[2]<=t[0]||s[1]>=t[3]||s[3]<=t[1]?!1:!e||ne(e,s)<e.r}function ne({x:s,y:t},[e,n,o,i]){return Math.hypot(Math.min(
Math.max(s,e),o)-s,Math.min(Math.max(t,n),i)-t)}function Ye(s,t,e,{paper:n=!1}={}){return s.map(o=>{let i=(a,c)=>a.find(l=>!t.hits(l)&&c(l))??null,r=i(on(o,e),a=>t.
isNearest(o,a));if(!r&&n&&s.length<=P.all_up_to&&(r=i(rn(o,e),a=>t.isJoined(o,a,e))),r)for(let a of[r,...Je(o,r,e)])t.add(a);return r})}function on({x:s,y:t,r:e,
width:n,height:o},i){let[r,a]=[e+P.beside*i,e+P.above*i],c=e*.7071+P.corner*i;return[[s+r,t-o/2],[s-n/2,t+a],[s-r-n,t-o/2],[s-n/2,t-a-o],[s+c,t+c],[s+c,t-c-o],[
s-c-n,t+c],[s-c-n,t-c-o]].map(([h,d])=>[h,d,h+n,d+o])}function rn({x:s,y:t,r:e,width:n,height:o},i){return Array.from({length:P.steps*P.ways},(r,a)=>{let c=e+P.
further*(1+Math.floor(a/P.ways))*i,l=2*Math.PI*(a%P.ways)/P.ways,h=s+Math.cos(l)*(c+n/2)-n/2,d=t+Math.sin(l)*(c+o/2)-o/2;return[h,d,h+n,d+o]})}function oe({x:s,
y:t,r:e},[n,o,i,r],a){let[c,l]=[Math.min(Math.max(s,n),i),Math.min(Math.max(t,o),r)],h=Math.hypot(c-s,l-t);if(h<=e+P.leader*a)return null;let d=e/h;return[[s+(c-
s)*d,t+(l-t)*d],[c,l]]}function Je(s,t,e){let[n,o]=[oe(s,t,e),P.line*e];if(!n)return[];let[[i,r],[a,c]]=n;return Array.from({length:P.joints-1},(l,h)=>{let d=(h+
1)/P.joints,[p,w]=[i+(a-i)*d,r+(c-r)*d];return[p-o,w-o,p+o,w+o]})}function Qe(s,[[t,e],[n,o]],{shrink:i=1,around:r=!1}={}){let a=Math.ceil(s.flat().length/U.vertices),
c=s.map(p=>p.filter((w,b)=>b%a===0)),l=c.flat(),h=r?U.around:0,d=[];for(let p=1;p<U.spots;p++){let w=Array.from({length:U.spots-1+2*h},(b,x)=>{let f=[t+(n-t)*(p/
U.spots),e+(o-e)*((x+1-h)/U.spots)];return{at:f,within:yt(c,f)}});for(let[b,{at:x,within:f}]of w.entries()){if(!w.slice(Math.max(0,b-h),b+h+1).some(y=>y.within))
continue;let k=Math.min(...l.map(([y,g])=>Math.hypot((x[1]-g)*i/U.width,x[0]-y)));d.push({at:x,within:f,clear:Math.floor((f?k:-k)*1e6+.5)})}}return d.sort((p,w)=>w.
clear-p.clear)}function Xe(s,[t,e],n,o,{always:i=!1}={}){let r=s.map(({x:h,y:d})=>[h-t/2,d-e/2,h+t/2,d+e/2]),a=U.clear*o,c=([h,d,p,w],b)=>s[b].within&&!n.hits([
h-a,d-a,p+a,w+a]),l=r.find(c)??r.find(h=>!n.hits(h))??(i?r.find(h=>n.frames(h)):null);return l&&n.add(l),l??null}var an="#1c2329",Wt="#56616a",cn="#a3261b",wt="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif",ts=400,ln=.9,es=s=>O((t,e)=>{let n=Z(
t,e);return Qe(q(t,e),n,{shrink:Math.cos(n[0][0]*Math.PI/180),around:s})}),[hn,un]=[es(!1),es(!0)],Ut=class{constructor(t){this.layer=t,this.shows={clusters:!0,
districts:!0,communes:!0,without:!1},this.scale=Q()/14,this.widths=new Map,this.placed=[]}draw(t,e){let{layer:{plan:n,print:o,view:{missing:i,vintage:r,lang:a},
_map:c,zoomOfWhole:l},shows:h}=this,[d,p]=[[0,0],c.getSize()].map($=>c.containerPointToLayerPoint($));this.placed=[],this.leftOut=!1;let w=new Rt([d.x,d.y,p.x,p.
y]);for(let $ of t)w.addDisc($,C.outline);for(let $ of this.covered(d))w.add($);let b=`600 ${this.size(11.5)}px ${wt}`,x=$=>j($,a).toLocaleUpperCase("vi"),f=N(i)||
n.level==="district"&&!h.districts?[]:i.map($=>n.units[$]),k=h.districts&&(!r||r.districts)?n.districts.filter($=>!f.includes($)):[],y={around:!0,short:"✗"};this.
drawUnits("missing",f,$=>`✗ ${x($)}`,b,w,cn,y);let g=new Set(e?[e]:[]);if(h.clusters)for(let $ of t.filter(({dim:at})=>!at).slice(0,ts))g.add($);if(this.drawLabels(
[...g].map($=>({...$,...this.label($,$===e)})),w),this.drawUnits("district",k,x,b,w,Wt,{around:!!o}),h.without&&N(i)){let $=i.map(at=>n.units[at]);this.drawUnits(
"without",$,at=>j(at,a),`600 ${this.size(11)}px ${wt}`,w,Wt)}let v=r?Ct(r,n):n.communes,_=r&&v.length<=P.all_up_to;h.communes&&(_||c.getZoom()>l+ln)&&this.drawUnits(
"commune",v,({name:$})=>$,`400 ${this.size(11)}px ${wt}`,w,Wt);let{classList:E}=document.documentElement,R=E.contains("bk-names-left-out");E.toggle("bk-names-le\
ft-out",this.leftOut||t.length>ts)!==R&&!o&&this.layer.drawSoon()}covered({x:t,y:e}){let n=this.layer._map.getContainer().getBoundingClientRect();return[...document.
querySelectorAll(".leaflet-control, .bk-sheet-legend, .bk-banner")].map(o=>o.getBoundingClientRect()).filter(({width:o})=>o).map(({left:o,top:i,right:r,bottom:a})=>[
o-n.left+t,i-n.top+e,r-n.left+t,a-n.top+e])}drawLabels(t,e){let{print:n,context:o}=this.layer;Ye(t,e,this.size(1),{paper:!!n}).forEach((i,r)=>{if(!i){this.leftOut=
!0;return}let a=oe(t[r],i,this.size(1));this.placed.push({kind:"cluster",of:t[r].cluster.id,box:i,line:a}),a&&(o.strokeStyle=Wt,o.lineWidth=this.size(1),o.beginPath(),
o.moveTo(...a[0]),o.lineTo(...a[1]),o.stroke());let{lines:c,lineHeight:l}=t[r];c.forEach(([h,d],p)=>this.text(h,i[0],i[1]+l*p,d,an))})}size(t){let{print:e}=this.
layer;return t*(e?.84*e.text:this.scale)}label({cluster:t},e){let{print:n,view:{weights:o,lang:i}}=this.layer,r=this.size(12.5),a=[[t.name,`${e?700:500} ${r}px ${wt}`]];
if(n){let h=t.ha.filter((d,p)=>d*o[p]>0).map(d=>M(i,d));a.push([h.join(" + "),`400 ${r-1.5}px ${wt}`])}let c=r*1.18,l=Math.max(...a.map(([h,d])=>this.widthOf(h,
d)));return{lines:a,lineHeight:c,width:l,height:c*a.length}}drawUnits(t,e,n,o,i,r,{around:a=!1,short:c=""}={}){let{plan:l,_map:h}=this.layer,d=h.getBounds(),[p,
w]=[2,this.size(15)];for(let b of e.filter(x=>d.intersects(Z(x,l)))){let x=(a?un:hn)(b,l).map(({at:g,within:v})=>({...h.latLngToLayerPoint(g),within:v})),f=(g,v=!1)=>(k=
g,Xe(x,[this.widthOf(g,o)+2*p,w],i,this.size(1),{always:v})),k="",y=f(n(b))??(c?f(c)??f(c,!0):null);if(!y){this.leftOut=!0;continue}this.placed.push({kind:t,of:b.
code,box:y}),this.text(k,y[0]+p,y[1],o,r)}}text(t,e,n,o,i){let r=this.layer.context;r.font=o,r.textBaseline="top",r.lineJoin="round",r.lineWidth=4,r.strokeStyle=
"rgba(255,255,255,0.92)",r.strokeText(t,e,n),r.fillStyle=i,r.fillText(t,e,n)}widthOf(t,e){let n=e+t;return this.widths.has(n)||(this.layer.context.font=e,this.widths.
set(n,this.layer.context.measureText(t).width)),this.widths.get(n)}};var dn=12,ss=12,os=ot.extend({options:{pane:"bkClusters"},initialize(s,t){ot.prototype.initialize.call(this,s,t),this.view={weights:s.phases.map(()=>1),selected:()=>!0,
selection:"",missing:[],vintage:null,lang:"vi"},this.hidden=!1,this.active=-1,this.names=new Ut(this),this.named=!1,this.pictures=new Map,this.outdated=new Map;
let e=new Map;this.worldOf=O(i=>(e.has(String(i))||e.set(String(i),ns(i)),e.get(String(i))));let[n,o]=s.bounds.map(ns);this.zoomOfWhole=Math.log2(C.whole/Math.max(
o.x-n.x,n.y-o.y)),this.take(s)},take(s){this.plan=s,this.isCrowd=s.clusters.length>C.crowd;for(let[o,i]of this.pictures)this.outdated.set(o,i);this.pictures.clear(),
this.isCrowd||(this.away=null),this.active=-1,this.all=new Set(s.clusters);let t=this.order??[],e=new Set(t.filter(o=>this.all.has(o))),n=s.clusters.filter(o=>o.
latlng&&!e.has(o));this.unsettled=new Set([...t.filter(o=>!e.has(o)),...n].map(({latlng:o})=>this.worldOf(o))),this.order=[...e,...n].sort((o,i)=>ie(i)-ie(o)||o.
index-i.index),this.points=s.clusters.map(({latlng:o})=>o&&this.worldOf(o))},setView(s){Object.assign(this.view,s),this._map&&this.draw()},scale(s=this._map.getZoom()){
let t=s-this.zoomOfWhole,e=Math.min(C.most_growth,Math.max(C.least_growth,2**(t/2)));return Math.min(this.plan.scale*e,this.plan.crowd*2**t)},beyond(s){let[t,e]=this.
plan.bounds.map(r=>L.CRS.EPSG3857.latLngToPoint(L.latLng(r),s)),n=[0,0,0,0],[o,i]=[this.plan.phases.map(()=>1),this.scale(s)];for(let r of this.isCrowd?[]:this.
order){let{x:a,y:c,r:l}=this.disc(r,o,s,{x:0,y:0},i);[t.x-a+l,e.y-c+l,a+l-e.x,c+l-t.y].forEach((d,p)=>{n[p]=Math.max(n[p],d)})}return n},offsets(s,t){let e=this.
isCrowd?1:2**s/t,n=this.away?.units!==e;if(n)this.away=Object.assign([],{units:e});else if(!this.unsettled.size)return this.away;let o=r=>{let a=r.map(l=>{let{x:h,
y:d}=this.points[l.index];return{x:h*e,y:d*e,r:Math.sqrt(ie(l))}}),c=Ke(a,1/this.plan.scale,this.isCrowd);r.forEach(({index:l},h)=>{this.away[l]=[c[h].x-a[h].x,
c[h].y-a[h].y]})},i=new Map;for(let r of this.order){let a=this.isCrowd?this.points[r.index]:null;!n&&!this.unsettled.has(a)||(i.has(a)?i.get(a).push(r):i.set(a,
[r]))}return i.forEach(o),this.unsettled.clear(),this.away},disc(s,t=this.view.weights,e=this._map.getZoom(),n=this._map.getPixelOrigin(),o=this.scale()){let i=this.
points[s.index],r=this.offsets(e,o)[s.index],a=2**e,[c,l]=[i.x*a-n.x,i.y*a-n.y],h=X(s.ha,t,o);return{x:c+r[0]*o,y:l+r[1]*o,r:h.at(-1),radii:h,anchor:[c,l],point:i,
offset:r}},at(s){let t=null,e=1/0;for(let n of this.hidden?[]:this.order){let{x:o,y:i,r}=this.disc(n);if(!r)continue;let a=Math.hypot(s.x-o,s.y-i);a<=Math.max(r,
dn)&&a/r<e&&(t=n,e=a/r)}return t},draw({blank:s=!1}={}){if(s)for(let r of[this.pictures,this.outdated])r.clear();if(!this.begin(s))return;let{discs:t,canvas:e}=this.
hidden?{discs:[]}:this.picture(this.view.weights),{min:n}=this._bounds,o=this._bounds.getSize();e?this.context.drawImage(e,n.x,n.y,o.x,o.y):It(this.context,t,this.
plan.phases);let i=t.find(({cluster:r})=>r.index===this.active);i&&se(this.context,i,this.plan.phases,!0),this.drawn={discs:t,active:i},this.print||this.named&&
!e?this.names.draw(t,i):this.named&&this.nameLater()},drawSoon(){this.soon??=requestAnimationFrame(()=>{this.soon=null,this.draw()})},nameLater(){this.callOff?.(),
this.callOff=ct(()=>{this.named=!0,this.context&&(this.names.draw(this.drawn.discs,this.drawn.active),this.pictures.size&&this.later(()=>this.foresee()))})},discs(s,t=[]){
let{min:e,max:n}=this._bounds,o=this._map.getZoom(),i=this._map.getPixelOrigin(),r=this.scale(),a=this.offsets(o,r),c=[],l=0;for(let h of this.order){for(;t[l]&&
t[l].cluster!==h&&!this.all.has(t[l].cluster);)l++;let d=t[l]?.cluster===h?t[l++]:null;if(d?.offset.every((f,k)=>f===a[h.index][k])){c.push(d);continue}let p=this.
disc(h,s,o,i,r),{x:w,y:b,r:x}=p;!x||w+x<e.x||w-x>n.x||b+x<e.y||b-x>n.y||(p.cluster=h,p.dim=!this.view.selected(h),c.push(p))}return c},picture(s){let t=`${s} ${this.
view.selection}`;if(this.pictures.has(t))return this.pictures.get(t);let e=Number.isInteger(this.ratio)&&!this.print&&this.outdated.get(t),n={discs:this.discs(s,
e?e.discs:[]),canvas:null};if(n.discs.length<=C.crowd||this.print)return n;if(e&&He(e.canvas.getContext("2d"),e.discs,n.discs,this.plan.phases))n.canvas=e.canvas;else{
n.isNew=!0,n.canvas=document.createElement("canvas"),n.canvas.width=this._container.width,n.canvas.height=this._container.height;let o=n.canvas.getContext("2d");
o.setTransform(this.context.getTransform()),It(o,n.discs,this.plan.phases)}return this.outdated.delete(t),s.every(Number.isInteger)&&this.pictures.size<ss&&this.
pictures.set(t,n),n},foresee(){let{phases:s}=this.plan,e=s.map(({end:i})=>s.map(r=>+(r.end<=i))).find(i=>!this.pictures.has(`${i} ${this.view.selection}`));if(!e||
!this._map||!this.drawn.discs.length||this.pictures.size>=ss)return;let{canvas:n,isNew:o}=this.picture(e);n&&(o&&n.getContext("2d").getImageData(0,0,1,1),this.later(
()=>this.foresee()))},later(s){clearTimeout(this.waiting),this.waiting=setTimeout(s,60)}}),ie=O(s=>z(s,s.ha.map(()=>1))),ns=s=>L.CRS.EPSG3857.latLngToPoint(L.latLng(
s),0);var fn=350,is=60,re={x:48,y:136},mn=760,rt=class{constructor(t,e,n){this.map=t,this.plan=e,this.rem=Q(),this.still=window.matchMedia("(prefers-reduced-motion: r\
educe)");for(let[o,i]of[["bkGround",350],["bkClusters",450]])Object.assign(t.createPane(o).style,{zIndex:i,pointerEvents:"none"});t.attributionControl.setPrefix(
"Leaflet"),this.legendOpen=this.isWide(),this.backdrop=new _e(e),this.clusters=new os(e),this.fitWhole(!1),t.setMaxBounds(L.latLngBounds(e.bounds).pad(.8)),Object.
assign(this.backdrop,{hatched:n.missing,vintage:n.vintage}),this.backdrop.addTo(t),this.clusters.setView(n),this.clusters.addTo(t)}take(t){this.plan=t,this.clusters.
take(t)}isShown(){let{x:t,y:e}=this.map.getSize();return Math.min(t,e)>=is}hasSize(){let{clientWidth:t,clientHeight:e}=this.map.getContainer();return Math.min(t,
e)>=is}isWide(){return this.map.getSize().x>mn}padding(t){let e=this.isWide()&&this.legendOpen?this.rem*17:0,n=this.plan.inset?this.rem*7:0;return{paddingTopLeft:[
t+e,t],paddingBottomRight:[t,t+n]}}boundsOf(t){return t?Z(t,this.plan):this.plan.bounds}fitWhole(t=!0){let{map:e,plan:{bounds:n}}=this,{paddingTopLeft:[o,i],paddingBottomRight:[
r,a]}=this.padding(8);if(e.options.minZoom=0,!this.isShown()){e.setView(L.latLngBounds(n).getCenter(),8,{animate:!1});return}let[c,l,h,d]=[0,0,0,0],p=null;for(let b=0;b<
3;b++){let x=p;if(p=e.getBoundsZoom(n,!1,L.point(o+c+r+h,i+l+a+d)),p===x)break;[c,l,h,d]=this.clusters.beyond(p)}let w=b=>({paddingTopLeft:[o+c+b,i+l],paddingBottomRight:[
r+h,a+d],animate:t});e.fitBounds(n,w(this.isUnderButtons(n,w(0))?re.x:0)),e.options.minZoom=p-1.5}isUnderButtons(t,e){let{map:n,clusters:o,plan:i}=this;if(this.
isWide()||o.isCrowd)return!1;let{center:r,zoom:a}=n._getBoundsCenterZoom(t,e),c=n.project(r,a).subtract(n.getSize().divideBy(2));return o.order.some(l=>{let{x:h,
y:d,r:p}=o.disc(l,i.phases.map(()=>1),a,c,o.scale(a));return h-p<re.x&&d-p<re.y})}zoomTo(t,e=!this.still.matches){!t||!this.isShown()?this.fitWhole(e):e?this.map.
flyToBounds(this.boundsOf(t),{...this.padding(24),duration:.6}):this.map.fitBounds(this.boundsOf(t),{...this.padding(24),animate:e})}zoomToCommune(t){this.map.fitBounds(
this.boundsOf(t),{...this.padding(60),maxZoom:12,animate:!this.still.matches})}reveal(){let{top:t,bottom:e}=this.map.getContainer().getBoundingClientRect();t>=0&&
e<=window.innerHeight||this.map.getContainer().scrollIntoView({block:"nearest",behavior:this.still.matches?"auto":"smooth"})}outline(t){this.outlined?.remove(),
this.outlined=t&&L.polygon(q(t,this.plan),{interactive:!1,fill:!1,color:"#1c2329",weight:2.6}).addTo(this.map)}highlight(t){this.clusters.active!==t&&(this.clusters.
active=t,this.clusters.drawSoon())}show({weights:t,...e},n){cancelAnimationFrame(this.frame),this.backdrop.setView(e);let o=n||this.still.matches;this.clusters.
setView(o?{weights:t,...e}:e),o||this.grow(t)}grow(t){let e=this.clusters.view.weights;if(t.every((i,r)=>i===e[r]))return;let n=performance.now(),o=i=>{let r=Math.
min(1,Math.max(0,(i-n)/fn));this.clusters.setView({weights:t.map((a,c)=>e[c]+(a-e[c])*r)}),r<1&&(this.frame=requestAnimationFrame(o))};this.frame=requestAnimationFrame(
o)}sharpen(t){for(let e of[this.backdrop,this.clusters])e.sharp=t,e._update();t&&this.clusters.isCrowd&&this.clusters.names.draw(this.clusters.drawn.discs,this.
clusters.drawn.active)}paint(t,e){this.show(e,!0),this.backdrop.paint(t),this.clusters.paint(t)}};var pn=document.currentScript,rs=32e3,as=Array.from({length:94},(s,t)=>String.fromCharCode(33+t)).filter(s=>!'"&<'.includes(s)).join("");async function cs(){let{
bkgis:s}=window;if(!s.Mode){let t=new TextEncoder().encode(pn.textContent.slice(1,rs+1)),{length:e}=t,n=Uint8Array.of(120,218,0,e,e>>8,~e,~e>>8),o=gn(document.getElementById(
"bk-mode").textContent),i=new Blob([n,t,o]).stream().pipeThrough(new DecompressionStream("deflate")),r=document.createElement("script");r.textContent=(await new Response(
i).text()).slice(rs),document.head.append(r)}return s}function gn(s){let t=[],[e,n]=[0,0];for(let o=0;o<s.length;o+=2)for(e=e<<13|as.indexOf(s[o])+91*as.indexOf(
s[o+1]),n+=13;n>=8;)t.push(e>>(n-=8)&255);return Uint8Array.from(t)}var bn=1600,wn=["head","verdict","timeline","tools","search","summary","list","source","sheet"],ae=class{constructor(t){this.map=t,this.original=fe(JSON.parse(document.
getElementById("bk-plan").textContent)),this.plan=this.original,Mt(this.plan.words),this.state=Nt(this.plan,location.hash),this.boxes=Object.fromEntries(wn.map(
e=>[e,document.getElementById(`bk-${e}`)])),this.view=new rt(t,this.plan,this.shown()),this.clusters=this.view.clusters,this.layers=new zt(t,this.plan,this.view),
this.controls=new At(this),this.popups=new Bt(this),this.print=We({map:t,whole:()=>L.latLngBounds(this.view.boundsOf(this.selectedUnit())),sheet:this.boxes.sheet,
parts:()=>Re(this.plan,this.state,this.clusters.scale()),paint:e=>this.view.paint(e,this.shown())}),this.listen(),this.zoomToSelection(!1),this.ready=new Promise(
e=>{ct(()=>{this.renderWords(),this.show({instantly:!0}),this.state.cluster!==null&&this.popups.open(this.state.cluster),this.clusters.nameLater(),e(this.follow())})})}listen(){
let{map:t,view:e}=this;t.on("click",({layerPoint:n,latlng:o})=>{let i=this.clusters.at(n);i?this.set({cluster:i.index}):this.popups.name(o)}),t.on("mousemove",({
layerPoint:n})=>{if(t.dragging.moving())return;let o=this.clusters.at(n);t.getContainer().style.cursor=o?"pointer":"",e.highlight(o?o.index:-1)}),t.on("mouseout",
()=>e.highlight(-1)),t.on("zoomend",()=>this.controls.renderLegend()),t.on("movestart",()=>{this.moved||=!this.fitting}),new ResizeObserver(()=>{if(document.documentElement.
classList.contains("bk-printing")||!e.hasSize())return;let n=!e.isShown();this.fit(()=>t.invalidateSize({animate:!1})),n&&e.isWide()&&this.controls.openLegend(),
(n||!this.moved)&&this.zoomToSelection(!1),n&&this.popups.follow()}).observe(t.getContainer()),window.addEventListener("hashchange",({newURL:n})=>{clearInterval(
this.timer);let{trial:o,trying:i}=this.state;this.state={...this.state,...Nt(this.plan,new URL(n).hash),trial:o,trying:i},this.ready=this.follow(),this.renderWords(),
this.show(),this.zoomToSelection(!1),this.popups.open(this.state.cluster)}),document.addEventListener("keydown",n=>{n.key==="Escape"&&!n.target.closest("dialog")&&
t.closePopup(),!(n.target.closest("input, select, textarea, dialog, .leaflet-container")||n.altKey||n.ctrlKey||n.metaKey)&&(n.key==="ArrowRight"?this.step(1):n.
key==="ArrowLeft"&&this.step(-1))})}set(t){let e=this.state;this.state={...e,...t},this.mode?.replan("cluster"in t),t.lang&&t.lang!==e.lang&&this.renderWords(),
ls(this.plan,e)!==ls(this.plan,this.state)&&this.controls.renderLegend(),this.show(),"cluster"in t&&t.cluster!==e.cluster?this.popups.open(t.cluster):this.popups.
follow()}chooseByAddress(){this.set({cluster:Nt(this.plan,location.hash).cluster})}async tryChanges(){await this.unpack(),this.mode.toggle()}async unpack(){let{
Mode:t}=await cs();this.mode??=new t(this)}async follow(){!this.canTry()||!(this.mode||this.state.link||this.plan.changes)||(await this.unpack(),this.mode.follow())}canTry(){
return"targets"in this.original}take(t){this.plan=t,this.view.take(t),this.layers.plan=t,this.stale=!0}select({district:t=null,subregion:e=null}){let{state:n}=this,
o=n.district===t&&n.subregion===e;this.set(o?{district:null,subregion:null}:{district:t,subregion:e}),this.zoomToSelection(),this.view.reveal()}selectedUnit({district:t,
subregion:e}=this.state){return t!==null?this.plan.districts[t]:this.plan.subregions[e]||null}zoomToSelection(t){this.moved=!1,this.fit(()=>this.view.zoomTo(this.
selectedUnit(),t))}fit(t){this.fitting=!0,t(),this.fitting=!1}step(t){let e=this.plan.phases.map(o=>o.end),n=e[e.indexOf(this.state.by)+t];n!==void 0&&this.set(
{by:n})}play(){if(this.state.playing){clearInterval(this.timer),this.set({playing:!1});return}let t=this.plan.phases.map(e=>e.end);this.set({playing:!0,by:t[0]}),
this.timer=setInterval(()=>{this.state.by===t.at(-1)?this.play():this.step(1)},bn)}findUnit(t){let{plan:e}=this;e.level==="commune"?this.found({kind:"commune",item:e.
communes[t]}):this.select({[e.level]:t}),this.view.reveal()}found({kind:t,item:e,index:n,year:o}){t==="district"?(this.set({district:n,subregion:null}),this.zoomToSelection()):
t==="cluster"?this.set({district:null,subregion:null,cluster:n}):(o&&this.set({boundaries:o}),this.view.zoomToCommune(e),this.popups.name(L.latLngBounds(this.view.
boundsOf(e)).getCenter()),this.view.outline(e))}shown(t=this.plan){let{state:e}=this;return{weights:A(t,e),selected:n=>tt(t,e,n),selection:`${e.district} ${e.subregion}`,
missing:W(t,e.by),vintage:J(t,e.boundaries),lang:e.lang}}show({instantly:t=!1}={}){let{isCrowd:e}=this.clusters;this.view.outline(this.selectedUnit()),this.view.
show(this.shown(),t||e),t||!e?this.showPanel():this.ready=this.showPanelLater()}showPanelLater(){return this.later??=new Promise(t=>{ct(()=>{this.later=null,this.
showPanel(),t()})}),this.later}showPanel(){let{plan:t,state:e,boxes:n}=this;this.stale&&this.renderPlan(),I(n.verdict,Tt(t,e,o=>this.findUnit(o))),this.live?.show(
e),this.sums?.show(e),I(n.list,$e(t,e,{open:o=>this.set({cluster:o}),hover:o=>this.view.highlight(o)})),this.mode?.render();try{let o=De(t,e);history.replaceState(
null,"",o?`#${o}`:location.pathname+location.search)}catch{}}renderWords(){let{plan:t,state:e,boxes:n}=this,{lang:o}=e;document.documentElement.lang=o;let i=this.
map.getContainer();i.setAttribute("role","region"),i.setAttribute("aria-label",m(o,"map")),this.live=new G,I(n.tools,ke(o,{speak:r=>this.set({lang:r}),table:()=>Pe(
this.plan,this.state),picture:()=>Be(this),print:this.print})),I(n.timeline,ve(t,o,this.live,{set:r=>this.set(r),play:()=>this.play(),tryChanges:this.canTry()?()=>this.
tryChanges():null})),this.live.show(e),I(n.source,st(t,o)),this.controls.render(),this.renderPlan(),this.popups.renew()}renderPlan(){let{plan:t,state:e,boxes:n}=this,
{lang:o}=e;this.stale=!1,document.title=t.title[o],I(n.head,et(t,e)),this.sums=new G,I(n.summary,Se(t,o,this.sums,{select:i=>this.select(i)})),this.sums.show(e),
I(n.search,Ue(t,o,i=>this.found(i))),this.controls.renderLegend()}addForeign(t){this.layers.addForeign(t),this.controls.renderLayers()}};function ls(s,{district:t,
subregion:e,by:n,boundaries:o}){return[t,e,o,N(W(s,n)),W(s,n).length>0].join(" ")}function yn(s){return new ae(s)}return ps(xn);})();
